/* Which figures a content folder has.
 * SPDX-License-Identifier: MIT */
#include "model/figure_list.h"

#include "unit/model/content_copy.h"

static bool has(const struct copy *copy, const char *id)
{
    const char *const *ids = ho_figure_ids(copy->ctx.arena, copy->folder);
    for (size_t i = 0; ids[i]; i++)
        if (ho_equal(ids[i], id))
            return true;
    return false;
}

Test(figure_list, leaves_out_what_only_lends_a_ghost)
{
    struct copy copy = begin(HO_CONTENT);
    cr_expect(has(&copy, "standing-break"));
    cr_expect_not(has(&copy, "standing-break-before"));
    cr_expect_not(has(&copy, "flag-sex-other"));
    end(&copy);
}

Test(figure_list, has_a_ghost_that_an_exercise_shows)
{
    struct copy copy = begin(HO_CONTENT);
    spoil(&copy, "exercises/walking.xml", "figure=\"walking\"",
          "figure=\"standing-break-before\"", "<frame");
    cr_expect(has(&copy, "standing-break-before"));
    cr_expect(has(&copy, "walking"));
    end(&copy);
}

Test(figure_list, has_what_cannot_be_read)
{
    struct copy copy = begin(HO_CONTENT);
    spoil(&copy, "figures/standing-break.xml", "<ghost", "<<ghost", "<figure");
    cr_expect(has(&copy, "standing-break"));
    cr_expect(has(&copy, "standing-break-before"));
    end(&copy);
}
