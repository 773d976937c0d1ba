package org.suyuan.codes.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.codes.CodeKeys;
import org.suyuan.codes.KeyVersion;
import org.suyuan.shared.access.Actor;

/** {@code /api/codes/keys}: versions of the code keys, never the keys. A new key is a new resource. */
@RestController
@RequestMapping("/api/codes/keys")
@Tag(name = "codes: keys", description = "Versions of the code keys")
class KeyController {
    private final CodeKeys keys;

    KeyController(CodeKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    Keys list(Actor actor) {
        return new Keys(keys.versions(actor));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    KeyVersion rotate(Actor actor) {
        return keys.rotate(actor);
    }

    /** At most ninety, so never in pages. */
    record Keys(List<KeyVersion> items) {}
}
