package org.suyuan.demo;

import java.util.List;

/** @param sscc URI of the pallet */
record Pallet(String sscc, List<Carton> cartons) {}
