/* What may stand in a record; and the record as a file.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/str.h"
#include "cli/new_priv.h"
#include "model/id.h"

const char *const side_words[] = {"none", "left", "right", "both", NULL};

/* XML 1.0 cannot hold the first of these at all; the others would not survive in an attribute. */
static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

const char *text_fault(struct ho_arena *arena, const char *text, int limit)
{
    int characters = 0;
    bool is_blank = true;
    for (const char *at = text, *end = text + strlen(text); at < end; characters++) {
        uint32_t c = ho_utf8_next(&at, end);
        if (c == UINT32_MAX)
            return "is not UTF-8";
        if (is_control(c))
            return "holds a control character";
        is_blank &= c == ' ' || c == 0xA0;
    }
    if (is_blank)
        return "is empty";
    return characters > limit ? ho_format(arena, "is longer than %d characters", limit)
                              : NULL;
}

const char *born_fault(const char *text)
{
    return is_date(text) ? NULL : "is not a date such as 1979-03-14";
}

const char *id_fault(const char *text)
{
    return ho_is_id(text) ? NULL
                          : "is not 1 to 64 letters, digits, \"-\", \"_\" or \".\"";
}

const char *draft_path(struct ho_arena *arena, const struct options *options,
                       const char *id)
{
    return options->output ? options->output : ho_format(arena, "%s.xml", id);
}

static void add_attribute(struct ho_text *out, const char *name, const char *value)
{
    if (!value)
        return;
    ho_text_add_format(out, " %s=\"", name);
    ho_text_add_escaped(out, value);
    ho_text_add(out, "\"");
}

/* "--" ends no comment, but is not allowed in one (XML 1.0, 2.5). */
static void add_comment(struct ho_text *out, const char *text)
{
    ho_text_add(out, "<!-- ");
    for (; *text; text++) {
        ho_text_add_bytes(out, text, 1);
        if (text[0] == '-' && text[1] == '-')
            ho_text_add(out, " ");
    }
    ho_text_add(out, " -->\n");
}

/* "Knee to chest: hold 20 (5 to 60), repetitions 3 (3 to 10)" */
static const char *describe(struct ho_arena *arena, const struct ho_exercise *exercise)
{
    struct ho_text out = {.arena = arena};
    const char *before = ": ";
    ho_text_add(&out, ho_phrase_plain(arena, &exercise->name));
    for (int i = 0; i < HO_DOSE_COUNT; i++) {
        const struct ho_dose_field *dose = &exercise->dose[i];
        if (!dose->is_set)
            continue;
        ho_text_add_format(&out, "%s%s %d (%d to %d)", before, ho_dose_names[i],
                           dose->value, dose->least, dose->most);
        before = ", ";
    }
    return ho_text_end(&out);
}

static void add_plan(struct ho_text *out, const struct ho_library *library,
                     const struct ho_record *record)
{
    if (!record->exercises.count)
        return;
    ho_text_add(out, "  <!-- The library's doses, and in brackets the safe range; an "
                     "attribute such as hold=\"20\" overrides. -->\n  <plan>\n");
    for (size_t i = 0; i < record->exercises.count; i++) {
        const struct ho_prescription *own = &record->exercises.items[i];
        const struct ho_exercise *exercise = ho_exercise_find(library, own->exercise);
        ho_text_add(out, "    ");
        if (exercise) {
            add_comment(out, describe(out->arena, exercise));
            ho_text_add(out, "    ");
        }
        ho_text_add(out, "<exercise");
        add_attribute(out, "ref", own->exercise);
        for (int j = 0; j < HO_DOSE_COUNT; j++)
            if (own->dose[j] >= 0)
                ho_text_add_format(out, " %s=\"%d\"", ho_dose_names[j], own->dose[j]);
        ho_text_add(out, "/>\n");
    }
    ho_text_add(out, "  </plan>\n");
}

static void add_goals(struct ho_text *out, const struct ho_record *record)
{
    if (!record->goals.count)
        return;
    ho_text_add(out, "  <goals>\n");
    for (size_t i = 0; i < record->goals.count; i++) {
        ho_text_add(out, "    <goal>");
        ho_text_add_escaped(out, record->goals.items[i].text);
        ho_text_add(out, "</goal>\n");
    }
    ho_text_add(out, "  </goals>\n");
}

static const char *answer_word(const struct ho_record *record, const char *sign)
{
    static const char *const words[] = {
        [HO_NOT_ASKED] = "not-asked", [HO_NO] = "no", [HO_YES] = "yes"};
    for (size_t i = 0; i < record->answers.count; i++)
        if (ho_equal(record->answers.items[i].sign, sign))
            return words[record->answers.items[i].answer];
    return words[HO_NOT_ASKED];
}

static void add_group(struct ho_text *out, const struct ho_sign_group *group,
                      const struct ho_record *record)
{
    for (size_t i = 0; i < group->signs.count; i++) {
        const struct ho_sign *sign = &group->signs.items[i];
        struct ho_text line = {.arena = out->arena};
        for (size_t j = 0; j < sign->full.count; j++)
            ho_text_add_format(&line, "%s%s", j ? "; " : "",
                               ho_phrase_plain(out->arena, &sign->full.items[j]));
        ho_text_add(out, "    <question");
        add_attribute(out, "sign", sign->id);
        add_attribute(out, "answer", answer_word(record, sign->id));
        ho_text_add(out, "/> ");
        add_comment(out, ho_text_end(&line));
    }
}

static void add_red_flags(struct ho_text *out, const struct ho_library *library,
                          const struct ho_record *record)
{
    const struct ho_red_flags *flags = &library->red_flags;
    ho_text_add(out, "  <!-- Ask each: yes, no or not-asked. One yes to an emergency "
                     "sign makes the emergency sheet alone. -->\n  <red-flags>\n");
    for (size_t i = 0; i < flags->groups.count; i++) {
        ho_text_add(out, "    ");
        add_comment(out, ho_phrase_plain(out->arena, &flags->groups.items[i].title));
        add_group(out, &flags->groups.items[i], record);
    }
    ho_text_add(out,
                "    <!-- Urgent, not an emergency: a yes needs "
                "<assessed by=\"…\" on=\"YYYY-MM-DD\"/> below the questions. -->\n");
    add_group(out, &flags->urgent, record);
    if (record->assessed_by) {
        ho_text_add(out, "    <assessed");
        add_attribute(out, "by", record->assessed_by);
        add_attribute(out, "on", record->assessed_on);
        ho_text_add(out, "/>\n");
    }
    ho_text_add(out, "  </red-flags>\n");
}

const char *draft_xml(struct ho_arena *arena, const struct ho_library *library,
                      const struct ho_record *record)
{
    struct ho_text out = {.arena = arena};
    ho_text_add(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<!-- A record: one patient's handout, for \"handout make\". It "
                      "holds patient data; keep it private. -->\n<record");
    add_attribute(&out, "id", record->id);
    add_attribute(&out, "condition", record->condition);
    add_attribute(&out, "language", record->language);
    ho_text_add(&out, ">\n  <patient");
    add_attribute(&out, "name", record->name);
    add_attribute(&out, "born", record->born);
    add_attribute(&out, "side", side_words[record->side]);
    ho_text_add(&out, "/>\n");
    add_plan(&out, library, record);
    add_goals(&out, record);
    add_red_flags(&out, library, record);
    ho_text_add(&out, "</record>\n");
    return ho_text_end(&out);
}
