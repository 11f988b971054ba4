#pragma once
#include <pango/pangocairo.h>
#include <cairo-pdf.h>

/* GObject's casts are macros in C, and Swift sees a font map of pangocairo's as a kind of its own. */
static inline PangoContext *plenaria_pango_context(void) {
  return pango_font_map_create_context(pango_cairo_font_map_get_default());
}
static inline void plenaria_pango_free(void *any) { g_object_unref(any); }
