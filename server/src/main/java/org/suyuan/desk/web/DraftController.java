package org.suyuan.desk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.desk.Drafts;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Page;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/desk/drafts}: forms half filled in. */
@RestController
@RequestMapping("/api/desk/drafts")
@Tag(name = "desk: settings")
class DraftController {
    private final Drafts drafts;
    private final JsonMapper json;

    DraftController(Drafts drafts, JsonMapper json) {
        this.drafts = drafts;
        this.json = json;
    }

    /** @param body what the form held; absent in lists */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DraftView(
            String key, OffsetDateTime savedAt, @Nullable JsonNode body) {}

    @GetMapping
    @Operation(summary = "Your drafts, the latest first, without their contents")
    Page<DraftView> list(Actor actor) {
        List<DraftView> found = drafts.list(actor).stream()
                .map(draft -> new DraftView(draft.key(), TaskViews.time(draft.savedAt()), null))
                .toList();
        return new Page<>(found, null, null, false);
    }

    @GetMapping("/{key}")
    @Operation(summary = "One draft")
    DraftView find(Actor actor, @PathVariable String key) {
        return drafts.find(actor, key).map(this::view).orElseThrow(() -> notFound(key));
    }

    @PutMapping("/{key}")
    @Operation(summary = "Keep a form's state for thirty days; any JSON of at most 64 KiB")
    DraftView save(Actor actor, @PathVariable String key, @RequestBody JsonNode body) {
        return view(drafts.save(actor, key, json.writeValueAsString(body)));
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw a draft away")
    void drop(Actor actor, @PathVariable String key) {
        if (!drafts.drop(actor, key)) {
            throw notFound(key);
        }
    }

    private DraftView view(Drafts.Draft draft) {
        return new DraftView(draft.key(), TaskViews.time(draft.savedAt()), json.readTree(draft.body()));
    }

    private static Problem notFound(String key) {
        return new Problem(CommonProblem.NOT_FOUND, "draft: " + key);
    }
}
