/** The EPCIS 2.0 REST binding at {@code /epcis} and the list people read at {@code /api/events}. */
@NullMarked
package org.suyuan.events.web;

import org.jspecify.annotations.NullMarked;
