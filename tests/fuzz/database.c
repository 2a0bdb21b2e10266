// SPDX-License-Identifier: Apache-2.0
// A store's file, cut or with bytes changed, is opened and verified: found sound, found damaged
// or not to be opened, and the process stands. An input is one byte that may cut the file, then
// changes of four bytes each: where (24 bits) and which value.
#include <fcntl.h>
#include <unistd.h>

#include "server/governance/step.h"
#include "server/record/log_key.h"
#include "server/record/shown.h"
#include "server/record/verify.h"
#include "tests/unit/record_fixture.h"

#include "fuzz.h"

#define ENTRIES 40

static fixture made; // by hand: Check's assertions need a running test
static srv_store *store;
static srv_log_key key;
static int file;
static uint8_t *whole;
static size_t whole_bytes;

static void remove_folder(void)
{
    cds_arena_free(made.ctx.mem);
    (void)nftw(made.dir, fixture_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void append(unsigned number)
{
    char name[16];
    const cds_text nul = {"", 1};
    srv_entry entry = fixture_entry();
    srv_entry *list = &entry;
    snprintf(name, sizeof name, "k%u", number);
    entry.node = srv_store_node(store);
    entry.decision = CDS_TEXT("{\"decisions\":{\"class\":{\"answer\":\"join\"}}}");
    FUZZ_EXPECT(srv_marks_write(&made.ctx, entry.decision, &entry.marks) == CDS_OK);
    entry.has_idempotency = true;
    entry.key = cds_text_of(name);
    const cds_text parts[] = {entry.client, nul, entry.key,       nul,
                              entry.query,  nul, entry.assessment};
    entry.idempotency_key = cds_digest(parts, 3);
    entry.idempotency = cds_digest(parts, 7);
    FUZZ_EXPECT(srv_entry_seal(&made.ctx, &entry) == CDS_OK);
    FUZZ_EXPECT(srv_store_append(&made.ctx, store, &list, 1) == CDS_OK);
}

static void make_store(void)
{
    made.ctx = fuzz_ctx(FUZZ_ARENA_BYTES);
    snprintf(made.dir, sizeof made.dir, "/tmp/tendon-fuzz-XXXXXX");
    FUZZ_EXPECT(mkdtemp(made.dir) != NULL);
    atexit(remove_folder);
    FUZZ_EXPECT(srv_store_open(&made.ctx, made.dir, true, &store) == CDS_OK);
    FUZZ_EXPECT(srv_log_key_open(&made.ctx, made.dir, srv_store_node(store), &key) == CDS_OK);
    for (unsigned i = 0; i < ENTRIES; i++) {
        append(i);
    }
    FUZZ_EXPECT(srv_store_sign(&made.ctx, store, &key) == CDS_OK);
    srv_store_close(store);
}

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    char path[300];
    make_store();
    snprintf(path, sizeof path, "%s/tendon.db", made.dir);
    file = open(path, O_RDWR | O_CLOEXEC);
    whole_bytes = (size_t)lseek(file, 0, SEEK_END);
    whole = malloc(whole_bytes);
    FUZZ_EXPECT(whole != NULL);
    FUZZ_EXPECT(pread(file, whole, whole_bytes, 0) == (ssize_t)whole_bytes);
    return 0;
}

static void damage(const uint8_t *data, size_t size)
{
    for (size_t at = 1; at + 4 <= size; at += 4) {
        const size_t where =
            ((size_t)data[at] << 16 | (size_t)data[at + 1] << 8 | data[at + 2]) % whole_bytes;
        FUZZ_EXPECT(pwrite(file, &data[at + 3], 1, (off_t)where) == 1);
    }
    if (data[0] >= 128) {
        FUZZ_EXPECT(ftruncate(file, (off_t)(whole_bytes * (data[0] - 128U) / 128)) == 0);
    }
}

static void verify(void)
{
    const srv_verifying how = {.signer = &key.signer, .judge = srv_step_judge};
    srv_verified verified;
    cds_error_clear(&made.ctx);
    cds_arena_reset(made.ctx.mem);
    if (srv_store_open(&made.ctx, made.dir, false, &store) != CDS_OK) {
        FUZZ_EXPECT(made.ctx.error.what[0] != '\0');
        return;
    }
    const cds_status status = srv_log_verify(&made.ctx, store, &how, &verified);
    FUZZ_EXPECT(status == CDS_OK || made.ctx.error.what[0] != '\0');
    srv_store_close(store);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 0) {
        damage(data, size);
        verify();
        FUZZ_EXPECT(pwrite(file, whole, whole_bytes, 0) == (ssize_t)whole_bytes);
    }
    return 0;
}
