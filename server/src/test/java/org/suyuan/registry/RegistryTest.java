package org.suyuan.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.suyuan.testing.PlatformTest;

/** The whole platform, with requests whose actor is the one named in the header {@link TestActors#HEADER}. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest
@Import(TestActors.class)
@interface RegistryTest {}
