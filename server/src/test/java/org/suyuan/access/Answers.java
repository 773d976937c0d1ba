package org.suyuan.access;

import java.net.http.HttpResponse;
import java.util.List;

/** Tells a refusal of access from everything else an endpoint may say. */
final class Answers {
    /** 401 and 403 that are about the step taken and not about the person. */
    private static final List<String> ABOUT_THE_STEP = List.of(
            "wrong-credentials",
            "second-factor-required",
            "wrong-code",
            "login-step-over",
            "wrong-passkey",
            "proof-required");

    static final String ALLOWED = "allowed";

    private Answers() {}

    static String outcome(HttpResponse<String> answer) {
        String body = answer.body();
        return switch (answer.statusCode()) {
            case 401, 403 ->
                ABOUT_THE_STEP.stream().anyMatch(step -> body.contains("\"type\":\"/problems/" + step))
                        ? ALLOWED
                        : String.valueOf(answer.statusCode());
            case 404 -> "404";
            default -> ALLOWED;
        };
    }
}
