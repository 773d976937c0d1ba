package org.suyuan.demo;

import java.util.List;

/**
 * A closed case of items of one lot.
 *
 * @param sscc URI of the case
 * @param items URIs of what is in it
 */
record Carton(String sscc, Batch batch, List<String> items) {}
