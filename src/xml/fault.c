/* SPDX-License-Identifier: MIT */
#include <libxml/xmlerror.h>
#include <string.h>

#include "xml/xml_priv.h"

static const struct {
    int code;
    const char *words;
} faults[] = {
    {XML_ERR_DOCUMENT_EMPTY, "there is no element in it"},
    {XML_ERR_DOCUMENT_END, "something stands after its last end tag"},
    {XML_ERR_INVALID_CHAR, "a character that XML does not allow"},
    {XML_ERR_INVALID_CHARREF, "a character number that XML does not allow"},
    {XML_ERR_INVALID_HEX_CHARREF, "a character number that is not one"},
    {XML_ERR_INVALID_DEC_CHARREF, "a character number that is not one"},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, "an & by itself; write &amp;"},
    {XML_ERR_NAME_REQUIRED, "an & or < by itself; write &amp; or &lt;"},
    {XML_ERR_LT_IN_ATTRIBUTE,
     "a < in the value of an attribute; write &lt;, or close the quotes"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, "the value of an attribute needs quotes"},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, "the quotes of an attribute are not closed"},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "an attribute without a value"},
    {XML_ERR_ATTRIBUTE_REDEFINED, "an attribute stands twice in one tag"},
    {XML_ERR_SPACE_REQUIRED, "a space is missing"},
    {XML_ERR_GT_REQUIRED, "a tag is not closed with >"},
    {XML_ERR_LTSLASH_REQUIRED, "an end tag is missing"},
    {XML_ERR_COMMENT_NOT_FINISHED, "a comment is not closed with -->"},
    {XML_ERR_HYPHEN_IN_COMMENT, "two hyphens inside a comment"},
    {XML_ERR_MISPLACED_CDATA_END, "the characters ]]> in text; write ]]&gt;"},
    {XML_ERR_CDATA_NOT_FINISHED, "a CDATA section is not closed"},
    {XML_ERR_PI_NOT_FINISHED, "a processing instruction is not closed with ?>"},
    {XML_ERR_RESERVED_XML_NAME, "<?xml …?> must be the very first thing in the file"},
    {XML_ERR_XMLDECL_NOT_FINISHED, "<?xml …?> is not written well"},
    {XML_ERR_STRING_NOT_STARTED, "a value without quotes"},
    {XML_ERR_STRING_NOT_CLOSED, "the quotes of a value are not closed"},
    {XML_ERR_VERSION_MISSING, "<?xml …?> without a version"},
};

const char *ho_xml_fault(int code)
{
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (faults[i].code == code)
            return faults[i].words;
    return "it is not well-formed here";
}

const char *ho_xml_html_entity(const char *name, size_t length)
{
    static const char *const known[] = {
        "nbsp",   "ndash",  "mdash",  "hellip", "copy",   "reg",   "deg",    "times",
        "frac12", "frac14", "lsquo",  "rsquo",  "ldquo",  "rdquo", "middot", "bull",
        "thinsp", "eacute", "egrave", "agrave", "uuml",   "ouml",  "auml",   "szlig",
        "ccedil", "ntilde", "pound",  "euro",   "plusmn", "shy",
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i]) == length && strncmp(known[i], name, length) == 0)
            return known[i];
    return NULL;
}
