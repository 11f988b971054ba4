#pragma once
#include <zlib.h>
/* deflateInit2 is a macro in C; Swift needs a function. windowBits 31 asks for the gzip wrapper (RFC 1952). */
static inline int plenaria_gzip_init(z_stream *s, int level) {
  return deflateInit2(s, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}
