// SPDX-License-Identifier: Apache-2.0
// The log's tree against the definition of RFC 9162, written here a second time as it stands
// there, and against ../shared/corpora/merkle where it is. That corpus's subtree proofs are of
// another standard (Merkle Tree Certificates) and are left out.
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/base64.h"
#include "engine/facts/json.h"
#include "server/record/merkle.h"

#define CORPUS SOURCE_DIR "/../shared/corpora/merkle/testdata"
#define LEAVES 70

static cds_ctx ctx;
static cds_sha256 leaves[LEAVES];

static void setup(void)
{
    ctx = (cds_ctx){.mem = cds_arena_new((size_t)16 << 20)};
    for (unsigned i = 0; i < LEAVES; i++) {
        const char entry[] = {0, (char)i};
        const cds_text part = {entry, sizeof entry};
        leaves[i] = cds_digest(&part, 1);
    }
}

static void teardown(void)
{
    cds_arena_free(ctx.mem);
}

// MTH of RFC 9162, 2.1.1, over leaf hashes.
static cds_sha256 root_of(const cds_sha256 *list, uint64_t count)
{
    uint64_t split = 1;
    if (count == 0)
        return cds_digest(NULL, 0);
    if (count == 1)
        return list[0];
    while (split * 2 < count)
        split *= 2;
    const cds_sha256 left = root_of(list, split);
    const cds_sha256 right = root_of(list + split, count - split);
    return srv_merkle_node(&left, &right);
}

static srv_root tree_of(uint64_t size)
{
    return (srv_root){size, root_of(leaves, size)};
}

static cds_status read_leaves(cds_ctx *context, void *user, unsigned level, uint64_t index,
                              cds_sha256 *out)
{
    (void)context;
    const uint64_t size = *(const uint64_t *)user;
    ck_assert_uint_le((index + 1) << level, size);
    *out = root_of(leaves + (index << level), UINT64_C(1) << level);
    return CDS_OK;
}

static void assert_same(const cds_sha256 *a, const cds_sha256 *b)
{
    ck_assert_mem_eq(a->bytes, b->bytes, CDS_SHA256_BYTES);
}

START_TEST(the_frontier_has_the_root_of_each_size)
{
    srv_frontier frontier = {.size = 0};
    for (uint64_t size = 0; size < LEAVES; size++) {
        const cds_sha256 expected = root_of(leaves, size);
        const cds_sha256 root = srv_frontier_root(&frontier);
        assert_same(&root, &expected);
        srv_frontier_push(&frontier, 0, &leaves[size]);
        for (unsigned level = 0; (size + 1) % (UINT64_C(1) << level) == 0 && level < 7;
             level++) {
            const cds_sha256 complete =
                root_of(leaves + size + 1 - (1U << level), UINT64_C(1) << level);
            assert_same(&frontier.roots[level], &complete);
        }
    }
}
END_TEST

START_TEST(a_frontier_pushed_subtree_by_subtree_goes_on_as_one_pushed_leaf_by_leaf)
{
    srv_frontier frontier = {.size = 0};
    const cds_sha256 first = root_of(leaves, 32);
    const cds_sha256 second = root_of(leaves + 32, 16);
    srv_frontier_push(&frontier, 5, &first);
    srv_frontier_push(&frontier, 4, &second);
    for (uint64_t size = 48; size < LEAVES; size++) {
        const cds_sha256 expected = root_of(leaves, size);
        const cds_sha256 root = srv_frontier_root(&frontier);
        assert_same(&root, &expected);
        srv_frontier_push(&frontier, 0, &leaves[size]);
    }
}
END_TEST

START_TEST(each_leaf_of_each_size_is_proved_and_no_other_leaf_place_size_or_root_is)
{
    for (uint64_t size = 1; size < LEAVES; size++) {
        const srv_tree tree = {size, read_leaves, &size};
        const srv_root root = tree_of(size);
        for (uint64_t i = 0; i < size; i++) {
            srv_path path;
            ck_assert_int_eq(srv_merkle_prove(&ctx, &tree, i, &path), CDS_OK);
            ck_assert(srv_merkle_includes(&root, i, &leaves[i], &path));
            ck_assert(!srv_merkle_includes(&root, i, &leaves[(i + 1) % LEAVES], &path));
            ck_assert(!srv_merkle_includes(&root, i + 1, &leaves[i], &path));
            ck_assert(!srv_merkle_includes(&root, i + size, &leaves[i], &path));
            srv_root other = root;
            other.hash.bytes[31] ^= 1;
            ck_assert(!srv_merkle_includes(&other, i, &leaves[i], &path));
            path.hashes[path.count++] = leaves[0];
            ck_assert(!srv_merkle_includes(&root, i, &leaves[i], &path));
        }
    }
}
END_TEST

START_TEST(each_growth_is_proved_and_no_other_is)
{
    for (uint64_t size = 1; size < LEAVES; size++) {
        const srv_tree tree = {size, read_leaves, &size};
        const srv_root newer = tree_of(size);
        for (uint64_t old = 1; old <= size; old++) {
            const srv_root older = tree_of(old);
            srv_path path;
            ck_assert_int_eq(srv_merkle_prove_growth(&ctx, &tree, old, &path), CDS_OK);
            ck_assert(srv_merkle_grew(&older, &newer, &path));
            srv_root wrong = older;
            wrong.hash.bytes[0] ^= 1;
            ck_assert(!srv_merkle_grew(&wrong, &newer, &path));
            wrong = newer;
            wrong.hash.bytes[0] ^= 1;
            ck_assert(!srv_merkle_grew(&older, &wrong, &path));
            if (path.count > 0) {
                path.count--;
                ck_assert(!srv_merkle_grew(&older, &newer, &path));
                path.hashes[path.count++].bytes[7] ^= 1;
                ck_assert(!srv_merkle_grew(&older, &newer, &path));
            }
        }
    }
}
END_TEST

START_TEST(nothing_grows_from_an_empty_tree)
{
    const srv_path path = {.count = 0};
    const srv_root empty = tree_of(0);
    const srv_root one = tree_of(1);
    ck_assert(!srv_merkle_grew(&empty, &one, &path));
    ck_assert(!srv_merkle_grew(&empty, &empty, &path));
}
END_TEST

/** NULL: a place beyond 2^53, which nothing of ours reads. */
static const cds_json *read_case(const char *path)
{
    static char text[1 << 16];
    const cds_json *value;
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    const size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    cds_error_clear(&ctx);
    cds_arena_reset(ctx.mem);
    text[length] = '\0';
    if (cds_json_parse(&ctx, (cds_text){text, length}, &value) == CDS_OK)
        return value;
    ck_assert_msg(strstr(ctx.error.what, "beyond 2^53") != NULL, "%s", path);
    return NULL;
}

static const cds_json *member(const cds_json *object, const char *name)
{
    const cds_json *found = cds_json_member(object, cds_text_of(name));
    ck_assert_ptr_nonnull(found);
    return found;
}

static bool read_hash(const cds_json *value, cds_sha256 *out)
{
    return value->kind == CDS_JSON_STRING &&
           cds_base64_read(value->text, out->bytes, sizeof out->bytes);
}

/** A root; the corpus has some of 12 bytes ("don't care 1") where only their likeness counts.
 */
static bool read_any_root(const cds_json *value, cds_sha256 *out)
{
    *out = (cds_sha256){{0}};
    return read_hash(value, out) || cds_base64_read(value->text, out->bytes, 12);
}

static bool read_path(const cds_json *list, srv_path *out)
{
    out->count = 0;
    for (const cds_json *at = list->child; at != NULL; at = at->next) {
        if (out->count == SRV_PATH_MAX || !read_hash(at, &out->hashes[out->count++]))
            return false;
    }
    return true;
}

static bool read_place(const cds_json *value, uint64_t *out)
{
    if (value->number < 0)
        return false;
    *out = (uint64_t)value->number;
    return true;
}

static bool accepts_inclusion(const cds_json *it)
{
    srv_root tree;
    srv_path path;
    uint64_t index;
    cds_sha256 leaf;
    return read_place(member(it, "leafIdx"), &index) &&
           read_place(member(it, "treeSize"), &tree.size) &&
           read_hash(member(it, "root"), &tree.hash) &&
           read_hash(member(it, "leafHash"), &leaf) && read_path(member(it, "proof"), &path) &&
           srv_merkle_includes(&tree, index, &leaf, &path);
}

static bool accepts_growth(const cds_json *it)
{
    srv_root older;
    srv_root newer;
    srv_path path;
    return read_place(member(it, "size1"), &older.size) &&
           read_place(member(it, "size2"), &newer.size) &&
           read_any_root(member(it, "root1"), &older.hash) &&
           read_any_root(member(it, "root2"), &newer.hash) &&
           read_path(member(it, "proof"), &path) && srv_merkle_grew(&older, &newer, &path);
}

/** Every case in the folders below; how many there were. */
static size_t try_folders(const char *below, bool (*accepts)(const cds_json *it))
{
    char command[512];
    char path[512];
    size_t count = 0;
    size_t good = 0;
    snprintf(command, sizeof command, "find '%s/%s' -name '*.json'", CORPUS, below);
    FILE *found = popen(command, "r");
    ck_assert_ptr_nonnull(found);
    while (fgets(path, sizeof path, found) != NULL) {
        path[strcspn(path, "\n")] = '\0';
        const cds_json *it = read_case(path);
        const bool wanted = it != NULL && member(it, "wantErr")->kind == CDS_JSON_FALSE;
        ck_assert_msg((it != NULL && accepts(it)) == wanted, "%s", path);
        good += wanted;
        count++;
    }
    pclose(found);
    ck_assert_uint_ge(good, 6);
    return count;
}

START_TEST(the_corpus_agrees)
{
    if (access(CORPUS, R_OK) != 0) {
        printf("skipped: %s is not here\n", CORPUS);
        return;
    }
    ck_assert_uint_ge(try_folders("inclusion", accepts_inclusion), 98);
    ck_assert_uint_ge(try_folders("consistency", accepts_growth), 98);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("merkle");
    TCase *cases = tcase_create("merkle");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, the_frontier_has_the_root_of_each_size);
    tcase_add_test(cases,
                   a_frontier_pushed_subtree_by_subtree_goes_on_as_one_pushed_leaf_by_leaf);
    tcase_add_test(cases,
                   each_leaf_of_each_size_is_proved_and_no_other_leaf_place_size_or_root_is);
    tcase_add_test(cases, each_growth_is_proved_and_no_other_is);
    tcase_add_test(cases, nothing_grows_from_an_empty_tree);
    tcase_add_test(cases, the_corpus_agrees);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
