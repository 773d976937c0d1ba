package org.suyuan.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.registry.CodeList;
import org.suyuan.registry.CodeLists;

@RestController
@RequestMapping(Answers.BASE + "/code-lists")
@Tag(name = "registry: code lists", description = "The codes that the registry's forms offer")
class CodeListController {
    private final CodeLists codeLists;

    CodeListController(CodeLists codeLists) {
        this.codeLists = codeLists;
    }

    /** @param parent groups the entries of a long list */
    record CodeView(String code, @Nullable String parent, String name) {}

    @GetMapping("/{list}")
    @Operation(summary = "One list: operator-kinds, site-roles, product-categories or storage-conditions")
    List<CodeView> values(@PathVariable String list, Locale locale) {
        CodeList wanted = switch (list) {
            case "operator-kinds" -> CodeList.OPERATOR_KINDS;
            case "site-roles" -> CodeList.SITE_ROLES;
            case "product-categories" -> CodeList.PRODUCT_CATEGORIES;
            case "storage-conditions" -> CodeList.STORAGE_CONDITIONS;
            default -> throw Answers.notFound(list);
        };
        return codeLists.values(wanted).stream()
                .map(value -> new CodeView(value.code(), value.parent(), value.name(locale)))
                .toList();
    }
}
