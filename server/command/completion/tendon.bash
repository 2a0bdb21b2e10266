# SPDX-License-Identifier: Apache-2.0
# Completion of `tendon` for bash; the commands and options come from the program itself.

_tendon() {
    local current previous command
    current=${COMP_WORDS[COMP_CWORD]}
    previous=${COMP_WORDS[COMP_CWORD - 1]}
    command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_tendon_commands) --help --version" -- "$current")
        return
    fi
    case $previous in
    --data | --rules | --html)
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        return
        ;;
    --schema | --clients | --against | --assessment | --markdown)
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return
        ;;
    esac
    case $current in
    -*) mapfile -t COMPREPLY < <(compgen -W "$(_tendon_options "$command")" -- "$current") ;;
    *) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    esac
}

_tendon_commands() {
    tendon --help | sed -n 's/^  \([a-z]*\) .*/\1/p'
}

_tendon_options() {
    tendon "$1" --help 2>/dev/null | sed -n 's/^  \(--[a-z-]*\).*/\1/p'
}

complete -F _tendon tendon
