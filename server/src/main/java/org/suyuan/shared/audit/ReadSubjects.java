package org.suyuan.shared.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Hands the subjects that an answer shows from the controller to the trail, by way of the request. */
public final class ReadSubjects {
    private static final String ATTRIBUTE = ReadSubjects.class.getName();

    private ReadSubjects() {}

    /** Names, in the order shown, what this answer reveals; replaces the subject of {@link AuditedRead}. */
    public static void name(HttpServletRequest request, List<Subject> subjects) {
        request.setAttribute(ATTRIBUTE, List.copyOf(subjects));
    }

    /** Empty where the controller named none. */
    @SuppressWarnings("unchecked") // only name() writes the attribute
    public static List<Subject> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof List<?> subjects ? (List<Subject>) subjects : List.of();
    }
}
