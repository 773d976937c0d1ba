package org.suyuan.shared.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.LotId;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;

/** A small module of its own, to see the conventions from outside. Only tests that import it have it. */
@TestComponent
@RestController
@RequestMapping("/api/conventions")
class ConventionsController {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ConventionsController(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    enum Colour {
        RED,
        GREEN
    }

    record Thing(
            String name,
            int amount,
            Colour colour,
            @Nullable LocalDate day,
            List<Part> parts) {}

    record Part(@Size(max = 5) String label) {
        Part {
            if (label.equals("bad")) {
                throw new IllegalArgumentException("label: bad (expected: a good one)");
            }
        }
    }

    @GetMapping
    Map<String, Object> list(Actor actor, PageRequest page, @RequestParam(required = false) @Nullable String colour) {
        return Map.of("actor", actor.name(), "limit", page.limit());
    }

    @GetMapping("/lots/{id}")
    String lot(@PathVariable LotId id) {
        return id.toString();
    }

    @GetMapping("/broken")
    String broken() {
        throw new IllegalStateException("secret of the inside");
    }

    @PutMapping
    String replace(IfMatch ifMatch) {
        ifMatch.check(new Revision(7));
        return "replaced";
    }

    @PostMapping("/things")
    Thing echo(@RequestBody @Valid Thing thing) {
        return thing;
    }

    /** Writes a row, then refuses if asked to. */
    @PostMapping("/rows")
    ResponseEntity<Map<String, String>> write(@RequestBody Row row) {
        return transactions.execute(_ -> {
            String id = UUID.randomUUID().toString();
            jdbc.sql("CREATE TABLE IF NOT EXISTS conventions_row (id text, name text)")
                    .update();
            jdbc.sql("INSERT INTO conventions_row VALUES (:id, :name)")
                    .param("id", id)
                    .param("name", row.name())
                    .update();
            if (row.refuse()) {
                throw new Problem(CommonProblem.CONFLICT, "refused after writing");
            }
            return ResponseEntity.created(URI.create("/api/conventions/rows/" + id))
                    .body(Map.of("id", id));
        });
    }

    record Row(String name, boolean refuse) {}
}
