package org.suyuan.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this resolver can do (GS1-Conformant Resolver 1.2, "Resolver Description File"). */
@RestController
@CrossOrigin(origins = "*")
class ResolverDescription {
    private final MessageSource messages;

    ResolverDescription(MessageSource messages) {
        this.messages = messages;
    }

    record Description(
            String name,
            String resolverRoot,
            List<String> supportedPrimaryKeys,
            List<Namespace> supportedLinkType,
            boolean linkTypeDefaultCanBeLinkset,
            String contextFile) {}

    record Namespace(String namespace, String prefix, List<String> linkTypes) {}

    @GetMapping(path = "/.well-known/gs1resolver", produces = MediaType.APPLICATION_JSON_VALUE)
    Description describe(HttpServletRequest request, Locale locale) {
        List<String> keys = new ArrayList<>(List.of(CheckController.KEYS.split("\\|")));
        keys.add("414");
        keys.sort(null);
        List<String> types =
                List.of(LinkType.values()).stream().map(LinkType::word).toList();
        return new Description(
                new Words(messages, locale).say("name"),
                PortalRequest.base(request),
                keys,
                List.of(new Namespace(LinkType.NAMESPACE, "gs1:", types)),
                false,
                CheckController.JSON_LD_CONTEXT);
    }
}
