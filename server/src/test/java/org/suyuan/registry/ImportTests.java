package org.suyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.suyuan.shared.PageRequest;
import tools.jackson.databind.JsonNode;

/** Many drafts at once: every bad line is told with its number, and the caller chooses what becomes of the good ones. */
@RegistryTest
class ImportTests {
    private static final String NDJSON = "application/x-ndjson";

    @LocalServerPort
    int port;

    @Autowired
    Operators operators;

    @Test
    void good_lines_are_kept_when_the_caller_says_so_and_bad_ones_are_told() {
        String taken = Made.uscc();
        String lines = String.join(
                "\n",
                line("导入甲", taken, "350203"),
                "",
                "{\"uscc\": oops",
                line("导入乙", "91350100M000100Y44", "350299"),
                line("导入丙", taken, "350203"),
                "{\"nameZh\":\"导入丁\",\"colour\":\"red\"}",
                line("导入戊", Made.uscc(), "350203"));
        var answer = http().post("/operators/imports?onError=keep", lines, "Content-Type", NDJSON);
        assertThat(answer.status()).isEqualTo(200);
        JsonNode result = answer.json();
        assertThat(result.get("read").asInt()).isEqualTo(6);
        assertThat(result.get("registered").asInt()).isEqualTo(2);
        assertThat(result.get("bad").asInt()).isEqualTo(4);
        assertBad(result.get("errors").get(0), 3, "json-syntax");
        assertBad(result.get("errors").get(1), 4, "check-digit");
        assertThat(result.get("errors").get(1).get("errors")).hasSize(2);
        assertBad(result.get("errors").get(2), 5, "exists");
        assertBad(result.get("errors").get(3), 6, "unknown-property");
        assertThat(result.get("errors")
                        .get(2)
                        .get("errors")
                        .get(0)
                        .get("message")
                        .asString())
                .isEqualTo("registered already: " + taken);
        assertThat(registered(taken)).isEqualTo(1);
    }

    private static void assertBad(JsonNode line, int number, String rule) {
        assertThat(line.get("number").asInt()).isEqualTo(number);
        assertThat(line.get("errors").get(0).get("rule").asString()).isEqualTo(rule);
    }

    @Test
    void nothing_is_registered_when_one_line_is_bad_unless_the_caller_says_otherwise() {
        String good = Made.uscc();
        String lines = line("导入己", good, "350203") + "\n" + line("导入庚", Made.uscc(), "350204");
        var answer = http().post("/operators/imports", lines, "Content-Type", NDJSON);
        assertThat(answer.status()).isEqualTo(422);
        JsonNode error = answer.json().get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo("/2/region");
        assertThat(error.get("rule").asString()).isEqualTo("region-in-force");
        assertThat(registered(good)).isZero();
    }

    @Test
    void a_json_array_is_taken_too() {
        String first = Made.uscc();
        String array = "[" + line("导入辛", first, "350203") + "," + line("导入壬", Made.uscc(), "350203") + "]";
        var answer = http().post("/operators/imports", array);
        assertThat(answer.json().get("registered").asInt()).isEqualTo(2);
        assertThat(registered(first)).isEqualTo(1);
        assertThat(http().post("/operators/imports", "{}").status()).isEqualTo(400);
        assertThat(http().post("/operators/imports", "[{},").status()).isEqualTo(400);
    }

    @Test
    void more_lines_than_one_chunk_are_registered() {
        int count = Imports.CHUNK * 2 + 1;
        String first = Made.uscc();
        String lines = line("批量 0", first, "350602") + "\n"
                + IntStream.range(1, count)
                        .mapToObj(i -> line("批量 " + i, Made.uscc(), "350602"))
                        .collect(Collectors.joining("\n"));
        var answer = http().post("/operators/imports?onError=keep", lines, "Content-Type", NDJSON);
        assertThat(answer.json().get("registered").asInt()).isEqualTo(count);
        // The first is taken by an earlier chunk of the same import.
        var again = http().post("/operators/imports?onError=keep", line("批量", first, "350602"), "Content-Type", NDJSON);
        assertThat(again.json().get("bad").asInt()).isEqualTo(1);
    }

    @Test
    void a_line_without_end_is_cut_and_told() {
        String endless = "{\"nameZh\":\"" + "长".repeat(70_000) + "\"}\n" + line("导入癸", Made.uscc(), "350203");
        var answer = http().post("/operators/imports?onError=keep", endless, "Content-Type", NDJSON);
        assertThat(answer.json().get("registered").asInt()).isEqualTo(1);
        assertBad(answer.json().get("errors").get(0), 1, "length");
    }

    @Test
    void who_may_not_register_may_not_import() {
        var answer = new Http(port, TestActors.READER)
                .post("/operators/imports", line("甲", Made.uscc(), "350203"), "Content-Type", NDJSON);
        assertThat(answer.status()).isEqualTo(403);
    }

    private Http http() {
        return new Http(port, TestActors.MINISTRY);
    }

    private int registered(String uscc) {
        OperatorFilter filter = new OperatorFilter(null, uscc, null, null, null, ListOrder.NEWEST);
        return operators
                .list(TestActors.MINISTRY, filter, new PageRequest(10, null, false))
                .items()
                .size();
    }

    private static String line(String nameZh, String uscc, String region) {
        return "{\"nameZh\":\"%s\",\"uscc\":\"%s\",\"kinds\":[\"retailer\"],\"region\":\"%s\"}"
                .formatted(nameZh, uscc, region);
    }
}
