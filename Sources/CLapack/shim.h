#pragma once
// C's complex numbers are no types of Swift, and no matrix here is complex.
#define lapack_complex_float float
#define lapack_complex_double double
#include <lapacke.h>
