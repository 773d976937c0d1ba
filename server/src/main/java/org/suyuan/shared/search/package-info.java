/** What the search over everything asks of each module (faces.md, console shell). */
@NullMarked
@NamedInterface("search")
package org.suyuan.shared.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
