/* SPDX-License-Identifier: MIT */
#include "model/record.h"

/* What the XPath of templates sees: a record with nothing in it. */
static const struct ho_xml_node *make_xml(struct ho_arena *arena,
                                          const struct ho_record *record)
{
    struct ho_xml_node *root = ho_xml_add(arena, NULL, "record", record->at);
    ho_xml_add_attribute(arena, root, "id", record->id, record->at);
    ho_xml_add_attribute(arena, root, "condition", record->condition, record->at);
    ho_xml_add_attribute(arena, root, "language", record->language, record->at);
    return root;
}

const struct ho_record *ho_record_general(struct ho_ctx *ctx,
                                          const struct ho_library *library)
{
    struct ho_record *record = ho_new(ctx->arena, struct ho_record);
    record->is_general = true;
    record->id = "leaflet"; /* names the file, and nothing else */
    record->condition = library->condition;
    record->language = library->language;
    record->xml = make_xml(ctx->arena, record);
    for (size_t i = 0; i < library->exercises.count; i++) {
        struct ho_prescription prescription = {.exercise =
                                                   library->exercises.items[i].id};
        for (int dose = 0; dose < HO_DOSE_COUNT; dose++)
            prescription.dose[dose] = -1;
        ho_push(ctx->arena, &record->exercises, prescription);
    }
    return record;
}
