package org.suyuan.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

@RestController
@RequestMapping(path = "/api/identity/roles", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity: roles", description = "Roles 角色: what posts allow")
class RoleController {
    private final RoleBook book;

    RoleController(RoleBook book) {
        this.book = book;
    }

    @GetMapping
    @Operation(summary = "All roles with their permissions")
    List<RoleView> roles(Actor actor, Locale locale) {
        return book.all(actor).stream().map(role -> RoleView.of(role, locale)).toList();
    }

    @PutMapping(path = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Make a role or change what it allows; never a role that you have yourself")
    ResponseEntity<RoleView> put(
            Actor actor, @PathVariable String code, IfMatch ifMatch, @RequestBody RoleBody body, Locale locale) {
        Role wanted = new Role(
                code,
                body.nameZh().strip(),
                body.nameEn().strip(),
                body.permissions(),
                body.reach(),
                body.assignableTo(),
                body.secondFactorRequired(),
                0);
        RoleBook.Put put = book.put(actor, ifMatch, wanted);
        return ResponseEntity.status(put.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag(new Revision(put.role().revision()).etag())
                .body(RoleView.of(put.role(), locale));
    }

    record RoleBody(
            String nameZh,
            String nameEn,
            Set<Permission> permissions,
            Role.Reach reach,
            List<String> assignableTo,
            boolean secondFactorRequired) {}
}
