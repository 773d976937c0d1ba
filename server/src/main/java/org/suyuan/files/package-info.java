/**
 * Files: photos, reports, certificates. Kept once by their SHA-256, with a type that is sniffed and not believed, scanned for
 * viruses where a scanner is configured, served so that no browser runs them. Other modules link files by id.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared::access", "shared::audit", "shared::web"})
package org.suyuan.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
