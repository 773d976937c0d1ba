package org.suyuan.shared.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller method that answers protected data: each successful answer leaves an entry in the audit trail. The
 * method, or a use case below it, may say more precisely what was read through {@link ReadSubjects}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AuditedRead {
    /** {@code module.noun.read}, {@code module.noun.listed} or {@code module.noun.exported}. */
    String action();

    /** Kind of {@link Subject}. */
    String kind();

    /** Path variable that holds the subject's id; empty for lists, whose subject is the query. */
    String id() default "";
}
