/** HTTP conventions common to all modules: RFC 9457 problems, paging parameters, languages. */
@NullMarked
@NamedInterface("web")
package org.suyuan.shared.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
