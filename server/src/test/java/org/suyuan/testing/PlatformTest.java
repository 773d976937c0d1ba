package org.suyuan.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;
import org.suyuan.Suyuan;

/**
 * The whole platform on a random port, with a database and a home of its own.
 *
 * <pre>{@code
 * @PlatformTest
 * class RecallTests {
 *     @LocalServerPort int port;
 *     @Autowired Recalls recalls;
 * }
 * }</pre>
 *
 * Test classes that configure nothing more share one application and therefore one database: a test makes its own
 * products and codes and does not count on the tables being empty. One that needs the platform to itself says so with
 * {@code properties}, which gives it another application and database.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Suyuan.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshPlatform.class)
public @interface PlatformTest {

    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
