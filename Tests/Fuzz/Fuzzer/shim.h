#pragma once
#include <stddef.h>
#include <stdint.h>
/* libFuzzer's own way in for programs that have a main of theirs (compiler-rt, fuzzer/FuzzerInterface.h). */
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*run)(const uint8_t *bytes, size_t count));
