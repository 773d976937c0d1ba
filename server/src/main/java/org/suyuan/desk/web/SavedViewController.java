package org.suyuan.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.desk.SavedViews;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Page;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

/** {@code /api/desk/views}: lists as one likes to see them. */
@RestController
@RequestMapping("/api/desk/views")
@Tag(name = "desk: settings", description = "What a person keeps for himself: views, drafts, preferences")
class SavedViewController {
    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    /** @param query the state of the page's URL, without the question mark */
    record NewView(
            String page,
            String name,
            String query,
            @Nullable List<String> columns,
            @Nullable Boolean shared,
            @Nullable Boolean standard) {
        SavedViews.Draft draft() {
            return new SavedViews.Draft(
                    page,
                    name,
                    query,
                    columns == null ? List.of() : columns,
                    Boolean.TRUE.equals(shared),
                    Boolean.TRUE.equals(standard));
        }
    }

    record ViewView(
            String id,
            String page,
            String name,
            String query,
            List<String> columns,
            boolean shared,
            boolean standard,
            boolean own,
            String owner,
            OffsetDateTime savedAt,
            String etag) {}

    @GetMapping
    @Operation(summary = "Your views and those your organisation shares, of one page or of all")
    Page<ViewView> list(Actor actor, @RequestParam(required = false) @Nullable String page) {
        List<ViewView> found =
                views.list(actor, page).stream().map(SavedViewController::view).toList();
        return new Page<>(found, null, null, found.size() >= SavedViews.SHOWN_MAX);
    }

    @PostMapping
    @Operation(summary = "Keep a view")
    ResponseEntity<ViewView> save(Actor actor, @RequestBody NewView body) {
        SavedViews.View saved = views.save(actor, body.draft());
        return ResponseEntity.created(URI.create("/api/desk/views/" + saved.id()))
                .eTag(new Revision(saved.version()).etag())
                .body(view(saved));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace one of your views")
    ResponseEntity<ViewView> change(Actor actor, @PathVariable UUID id, IfMatch ifMatch, @RequestBody NewView body) {
        SavedViews.View changed = views.change(
                        actor, id, current -> ifMatch.check(new Revision(current.version())), body.draft())
                .orElseThrow(() -> notFound(id));
        return ResponseEntity.ok().eTag(new Revision(changed.version()).etag()).body(view(changed));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw one of your views away")
    void drop(Actor actor, @PathVariable UUID id) {
        if (!views.drop(actor, id)) {
            throw notFound(id);
        }
    }

    private static Problem notFound(UUID id) {
        return new Problem(CommonProblem.NOT_FOUND, "view: " + id);
    }

    private static ViewView view(SavedViews.View view) {
        return new ViewView(
                view.id().toString(),
                view.view().page(),
                view.view().name(),
                view.view().query(),
                view.view().columns(),
                view.view().shared(),
                view.view().standard(),
                view.own(),
                view.owner(),
                TaskViews.time(view.savedAt()),
                new Revision(view.version()).etag());
    }
}
