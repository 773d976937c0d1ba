package org.suyuan.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.suyuan.audit.Entries;
import org.suyuan.audit.Entry;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.audit.AuditedRead;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

@PlatformTest
@Import(ReadsController.class)
class AuditedReadTest {
    @LocalServerPort
    int port;

    @Autowired
    Entries entries;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @ParameterizedTest
    @ValueSource(strings = {"people", "pages"})
    void one_answer_leaves_one_entry_however_it_is_written(String way) {
        UUID person = UUID.randomUUID();
        var answer = SignedIn.administrator(port).get("/api/audit-trial/" + way + "/" + person + "?lang=en");
        assertThat(answer.body()).contains("data of " + person);
        assertThat(about(person)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Entry.Kind.READ);
            assertThat(entry.action()).isEqualTo("audit.trial.read");
            assertThat(entry.doer().name()).isNotBlank();
            assertThat(entry.facts()).containsEntry("query", "lang=en");
            assertThat(entry.origin().address()).isNotBlank();
            assertThat(entry.origin().requestId())
                    .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "conflicts"})
    void what_was_refused_was_not_read(String refusal) {
        UUID person = UUID.randomUUID();
        assertThat(SignedIn.administrator(port)
                        .get("/api/audit-trial/" + refusal + "/" + person)
                        .statusCode())
                .isIn(404, 409);
        assertThat(about(person)).isEmpty();
    }

    @Test
    void everybody_whose_data_an_answer_shows_gets_an_entry() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        SignedIn.administrator(port).get("/api/audit-trial/pairs/" + one + "/" + other);
        assertThat(about(one))
                .singleElement()
                .satisfies(entry -> assertThat(entry.subject().name()).isEqualTo("One"));
        assertThat(about(other)).hasSize(1);
    }

    @Test
    void what_cannot_be_recorded_is_not_shown() {
        UUID person = UUID.randomUUID();
        var answer = SignedIn.administrator(port).get("/api/audit-trial/unrecordable/" + person);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("data of");
    }

    @Test
    void whoever_writes_his_answer_himself_records_it_himself() {
        Set<Class<?>> tooLate =
                Set.of(void.class, StreamingResponseBody.class, ResponseBodyEmitter.class, Callable.class);
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            assertThat(mapping.getHandlerMethods().values())
                    .filteredOn(handler -> handler.hasMethodAnnotation(AuditedRead.class))
                    .allSatisfy(handler -> assertThat(tooLate)
                            .as("answer of " + handler + "; call AuditTrail.read before its first byte instead")
                            .doesNotContain(answer(handler.getReturnType())));
        }
    }

    private static Class<?> answer(MethodParameter returned) {
        return HttpEntity.class.isAssignableFrom(returned.getParameterType())
                ? ResolvableType.forMethodParameter(returned).getGeneric(0).toClass()
                : returned.getParameterType();
    }

    private List<Entry> about(UUID person) {
        return entries.about(new ActorId(person), new PageRequest(30, null, false))
                .items();
    }
}
