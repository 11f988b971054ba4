#pragma once
#include <vips/vips.h>

/* libvips speaks in variable arguments, which Swift cannot call. */

/* 0 if the library is ready; loaders that read untrusted formats unsafely are switched off. */
static inline int plenaria_vips_start(void) {
  if (vips_init("plenaria")) return -1;
  vips_block_untrusted_set(TRUE);
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  return 0;
}

/* Reads the header alone. */
static inline int plenaria_vips_size(const void *bytes, size_t length, int *width, int *height) {
  VipsImage *image = vips_image_new_from_buffer(bytes, length, "", "access", VIPS_ACCESS_SEQUENTIAL, NULL);
  if (!image) { vips_error_clear(); return -1; }
  *width = vips_image_get_width(image);
  *height = vips_image_get_height(image);
  g_object_unref(image);
  return 0;
}

/* A square JPEG cut to what matters, upright, without metadata and on white; the caller frees it with g_free. */
static inline int plenaria_vips_square(const void *bytes, size_t length, int side, void **out, size_t *out_length) {
  VipsImage *small = NULL, *flat = NULL;
  double white[3] = {255, 255, 255};
  int result = -1;
  VipsArrayDouble *background = vips_array_double_new(white, 3);
  if (!vips_thumbnail_buffer((void *)bytes, length, &small, side, "height", side, "size", VIPS_SIZE_BOTH,
                             "crop", VIPS_INTERESTING_ATTENTION, NULL)) {
    if (vips_image_hasalpha(small)) {
      if (vips_flatten(small, &flat, "background", background, NULL)) flat = NULL;
    } else {
      flat = small;
      g_object_ref(flat);
    }
    if (flat) result = vips_jpegsave_buffer(flat, out, out_length, "Q", 82, "strip", TRUE, "optimize_coding", TRUE, NULL);
  }
  if (flat) g_object_unref(flat);
  if (small) g_object_unref(small);
  vips_area_unref(VIPS_AREA(background));
  if (result) vips_error_clear();
  return result;
}
