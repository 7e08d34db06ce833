/* Addresses: what is one, and what would be more than one.
 * SPDX-License-Identifier: MIT */
#include "mail/address_priv.h"

#include <criterion/criterion.h>

#include "base/str.h"

static void expect(const char *text, const char *name, const char *spec)
{
    struct ho_arena *arena = ho_arena_new();
    struct address address;
    bool ok = address_read(arena, text, &address);
    cr_assert_eq(ok, spec != NULL, "%s", text);
    if (ok) {
        cr_assert(ho_equal(address.spec, spec), "%s: %s", text, address.spec);
        cr_assert(ho_equal(address.name, name), "%s: %s", text, address.name);
    }
    ho_arena_free(arena);
}

Test(address, is_read_with_its_name)
{
    expect("sam@example.org", NULL, "sam@example.org");
    expect(" Sam  Taylor <sam.t+x@example.org> ", "Sam  Taylor", "sam.t+x@example.org");
    expect("\"Taylor, Sam\" <s@a.b.example>", "Taylor, Sam", "s@a.b.example");
    expect("<s@a.example>", NULL, "s@a.example");
    expect("Zo\xC3\xAB <z@ex\xC3\xA4mple.org>", "Zo\xC3\xAB", "z@xn--exmple-cua.org");
    expect("z@fa\xC3\x9F.example", NULL, "z@xn--fa-hia.example");
    expect("z@XN--EXMPLE-CUA.ORG", NULL, "z@xn--exmple-cua.org");
}

Test(address, is_refused_where_a_header_could_end_or_go_on)
{
    static const char *const refused[] = {
        "",
        "@b.example",
        "a",
        "a@b",
        "a@@b.example",
        "a@b.example\n",
        "a@b.example\r\nBcc: c@d.example",
        "A\nBcc: c@d.example <a@b.example>",
        "a@b.example, c@d.example",
        "a@b.example;c@d.example",
        "a b@c.example",
        ".a@b.example",
        "a.@b.example",
        "a..b@c.example",
        "a@b..example",
        "a@.b.example",
        "a@-b.example",
        "\xC3\xA4@b.example",
        "A <a@b.example",
        "A <a@b.example> c",
        "A <B> <a@b.example>",
        "A\\\" <a@b.example>",
        "A\xC2\x85 <a@b.example>",
        "A\xE2\x80\xA8 <a@b.example>",
        "A\xFF <a@b.example>",
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        expect(refused[i], NULL, NULL);
}
