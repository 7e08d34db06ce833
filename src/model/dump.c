/* SPDX-License-Identifier: MIT */
#include "model/record.h"

/* A line "name value", if there is a value. */
static void add_line(struct ho_text *out, int depth, const char *name,
                     const char *value)
{
    if (value)
        ho_text_add_format(out, "%*s%s %s\n", 2 * depth, "", name, value);
}

static void add_phrase(struct ho_text *out, int depth, const char *name,
                       const struct ho_phrase *phrase)
{
    if (phrase->count)
        add_line(out, depth, name, ho_phrase_plain(out->arena, phrase));
}

static void add_phrases(struct ho_text *out, int depth, const char *name,
                        const struct ho_phrases *phrases)
{
    for (size_t i = 0; i < phrases->count; i++)
        add_phrase(out, depth, name, &phrases->items[i]);
}

static void add_frames(struct ho_text *out, const struct ho_frames *frames)
{
    for (size_t i = 0; i < frames->count; i++) {
        const struct ho_frame *frame = &frames->items[i];
        ho_text_add_format(out, "  frame %s", frame->figure);
        if (frame->first_step)
            ho_text_add_format(out, " %d-%d", frame->first_step, frame->last_step);
        ho_text_add(out, "\n");
        add_phrase(out, 2, "caption", &frame->caption);
        add_phrase(out, 2, "alt", &frame->alt);
    }
}

static void add_exercise(struct ho_text *out, const struct ho_exercise *exercise)
{
    static const char *const sides[] = {"whole", "one", "each"};
    add_line(out, 0, "exercise", exercise->id);
    add_line(out, 1, "sides", sides[exercise->sides]);
    add_line(out, 1, "floor", exercise->is_floor ? "yes" : "no");
    add_line(out, 1, "direction", exercise->direction);
    add_line(out, 1, "phase", exercise->phase);
    for (int i = 0; i < HO_DOSE_COUNT; i++) {
        const struct ho_dose_field *field = &exercise->dose[i];
        if (field->is_set)
            ho_text_add_format(out, "  %s %d (%d to %d) %s\n", ho_dose_names[i],
                               field->value, field->least, field->most, field->source);
    }
    for (size_t i = 0; i < exercise->citations.count; i++)
        add_line(out, 1, "cites", exercise->citations.items[i].id);
    for (size_t i = 0; i < exercise->excluded_by.count; i++)
        add_line(out, 1, "excluded-by", exercise->excluded_by.items[i]);
    for (size_t i = 0; i < exercise->equipment.count; i++)
        add_line(out, 1, "equipment", exercise->equipment.items[i]);
    add_line(out, 1, "easier-version", exercise->easier_id);
    add_line(out, 1, "harder-version", exercise->harder_id);
    add_frames(out, &exercise->frames);
    add_phrase(out, 1, "name", &exercise->name);
    add_phrase(out, 1, "purpose", &exercise->purpose);
    add_phrases(out, 1, "step", &exercise->steps);
    add_phrase(out, 1, "feel", &exercise->feel);
    add_phrase(out, 1, "easier", &exercise->easier);
    add_phrase(out, 1, "harder", &exercise->harder);
    add_phrase(out, 1, "move-on", &exercise->move_on);
    add_phrases(out, 1, "caution", &exercise->cautions);
    add_phrases(out, 1, "mistake", &exercise->mistakes);
}

static void add_advice(struct ho_text *out, const struct ho_advice *advice)
{
    add_line(out, 0, "advice", advice->id);
    add_line(out, 1, "kind", ho_advice_kinds[advice->kind]);
    for (size_t i = 0; i < advice->claims.count; i++)
        ho_text_add_format(out, "  claim %s %s\n", advice->claims.items[i].id,
                           advice->claims.items[i].source);
    for (size_t i = 0; i < advice->citations.count; i++)
        add_line(out, 1, "cites", advice->citations.items[i].id);
    add_frames(out, &advice->frames);
    add_phrase(out, 1, "title", &advice->title);
    for (size_t i = 0; i < advice->items.count; i++) {
        const struct ho_advice_item *item = &advice->items.items[i];
        add_phrase(out, 1, item->is_bullet ? "bullet" : "paragraph", &item->phrase);
    }
}

static void add_group(struct ho_text *out, const struct ho_sign_group *group)
{
    add_line(out, 0, "signs", group->id);
    add_phrase(out, 1, "title", &group->title);
    add_phrase(out, 1, "tick", &group->tick);
    for (size_t i = 0; i < group->signs.count; i++) {
        const struct ho_sign *sign = &group->signs.items[i];
        ho_text_add_format(out, "  sign %s %s%s\n", sign->id, sign->source,
                           sign->is_switchable ? " switchable" : "");
        add_phrases(out, 2, "line", &sign->full);
        add_phrase(out, 2, "brief", &sign->brief);
    }
}

static void add_string(struct ho_text *out, const struct ho_string *string)
{
    add_line(out, 0, "string", string->id);
    add_phrase(out, 1, "one", &string->one);
    add_phrase(out, 1, string->kind == HO_STRING_PLURAL ? "other" : "text",
               &string->phrase);
    add_phrase(out, 1, "left", &string->left);
    add_phrase(out, 1, "right", &string->right);
    add_phrase(out, 1, "both", &string->both);
    add_phrase(out, 1, "none", &string->none);
}

const char *ho_library_dump(struct ho_arena *arena, const struct ho_library *library)
{
    struct ho_text text = {.arena = arena};
    add_line(&text, 0, "condition", library->condition);
    add_line(&text, 0, "language", library->language);
    add_line(&text, 0, "direction", library->is_rtl ? "rtl" : "ltr");
    add_line(&text, 0, "version", library->version);
    add_line(&text, 0, "reviewed", library->reviewed);
    add_line(&text, 0, "review-by", library->review_by);
    add_phrase(&text, 0, "title", &library->title);
    for (size_t i = 0; i < library->exercises.count; i++)
        add_exercise(&text, &library->exercises.items[i]);
    for (size_t i = 0; i < library->advice.count; i++)
        add_advice(&text, &library->advice.items[i]);
    for (size_t i = 0; i < library->cautions.count; i++) {
        add_line(&text, 0, "caution", library->cautions.items[i]);
        add_phrase(&text, 1, "text", &library->caution_words.items[i]);
    }
    for (size_t i = 0; i < library->measures.count; i++) {
        add_line(&text, 0, "measure", library->measures.items[i]);
        add_phrase(&text, 1, "text", &library->measure_words.items[i]);
    }
    for (size_t i = 0; i < library->red_flags.groups.count; i++)
        add_group(&text, &library->red_flags.groups.items[i]);
    add_group(&text, &library->red_flags.urgent);
    for (size_t i = 0; i < library->strings.count; i++)
        add_string(&text, &library->strings.items[i]);
    for (size_t i = 0; i < library->citations.count; i++)
        ho_text_add_format(&text, "source %s %s\n", library->citations.items[i].id,
                           library->citations.items[i].text);
    return ho_text_end(&text);
}

const char *ho_record_dump(struct ho_arena *arena, const struct ho_record *record)
{
    static const char *const sides[] = {"none", "left", "right", "both"};
    static const char *const answers[] = {"not-asked", "no", "yes"};
    struct ho_text text = {.arena = arena};
    add_line(&text, 0, "record", record->id);
    add_line(&text, 0, "condition", record->condition);
    add_line(&text, 0, "language", record->language);
    add_line(&text, 0, "name", record->name);
    add_line(&text, 0, "name-printed", record->name_printed);
    add_line(&text, 0, "born", record->born);
    add_line(&text, 0, "email", record->email);
    add_line(&text, 0, "body", record->body);
    add_line(&text, 0, "side", sides[record->side]);
    if (record->has_edition)
        add_line(&text, 0, "type", ho_edition_names[record->edition]);
    add_line(&text, 0, "clinician", record->clinician);
    add_line(&text, 0, "starts", record->starts);
    add_line(&text, 0, "review", record->review);
    for (size_t i = 0; i < record->exercises.count; i++) {
        const struct ho_prescription *prescription = &record->exercises.items[i];
        add_line(&text, 0, "exercise", prescription->exercise);
        for (int f = 0; f < HO_DOSE_COUNT; f++)
            if (prescription->dose[f] >= 0)
                ho_text_add_format(&text, "  %s %d\n", ho_dose_names[f],
                                   prescription->dose[f]);
        add_line(&text, 1, "note", prescription->note);
    }
    for (size_t i = 0; i < record->advice.count; i++)
        add_line(&text, 0, "advice", record->advice.items[i].id);
    for (size_t i = 0; i < record->goals.count; i++)
        add_line(&text, 0, "goal", record->goals.items[i].text);
    for (size_t i = 0; i < record->cautions.count; i++)
        add_line(&text, 0, "caution", record->cautions.items[i].id);
    add_line(&text, 0, "next-visit-date", record->visit_on);
    add_line(&text, 0, "next-visit", record->visit);
    add_line(&text, 0, "free-note", record->note);
    for (size_t i = 0; i < record->answers.count; i++)
        ho_text_add_format(&text, "answer %s %s\n", record->answers.items[i].sign,
                           answers[record->answers.items[i].answer]);
    add_line(&text, 0, "assessed-by", record->assessed_by);
    add_line(&text, 0, "assessed-on", record->assessed_on);
    return ho_text_end(&text);
}
