/**
 * Measures the platform beside a baseline in the same run (design §8). How to read the figures: {@code
 * benchmarks/README.md}.
 */
@NullMarked
package org.suyuan.benchmarks;

import org.jspecify.annotations.NullMarked;
