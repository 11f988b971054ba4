#pragma once
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose headers would meet Foundation's own copy; nothing of them is used here. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
