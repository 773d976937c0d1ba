package org.suyuan.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.suyuan.codes.Channel;
import org.suyuan.codes.RequestSources;
import org.suyuan.codes.Verdict;
import org.suyuan.epcis.gs1.DigitalLink;
import org.suyuan.epcis.gs1.ElementString;
import org.suyuan.epcis.gs1.Rule;
import org.suyuan.epcis.unit.Syntax;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.epcis.unit.UnitReading;
import org.suyuan.epcis.unit.UnitReading.Malformed;
import org.suyuan.epcis.unit.UnitReading.Recognised;
import org.suyuan.epcis.unit.UnitSyntax;
import org.suyuan.portal.PublicCheck;
import org.suyuan.portal.PublicChecks;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.Problem;

/**
 * The resolver and the page behind every code. Each GET that shows a verdict is one verification (R1.4); HEAD, link sets
 * and prefetches are none and therefore tell nothing about whether a code was issued.
 */
@PortalController
@CrossOrigin(
        origins = "*",
        methods = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS},
        exposedHeaders = {HttpHeaders.LINK, HttpHeaders.LOCATION})
class CheckController {
    /** GS1 primary keys that name things; 414 is the place's own page. */
    static final String KEYS = "00|01|253|255|401|402|417|8003|8004|8006|8010|8013|8017|8018";

    static final String JSON_LD_CONTEXT = "https://ref.gs1.org/standards/resolver/linkset-context";

    private final PublicChecks checks;
    private final CheckPages pages;
    private final LinkSets linkSets;
    private final RequestSources sources;
    private final Clock clock;

    CheckController(PublicChecks checks, CheckPages pages, LinkSets linkSets, RequestSources sources, Clock clock) {
        this.checks = checks;
        this.pages = pages;
        this.linkSets = linkSets;
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping("/{key:" + KEYS + "}/**")
    Object digitalLink(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        String link = PortalRequest.base(request) + PortalRequest.path(request) + PortalRequest.query(request);
        UnitReading reading = UnitSyntax.read(link);
        if (reading instanceof Recognised other && other.syntax() == Syntax.OTHER_URI) {
            reading = new Malformed(link, Rule.STRUCTURE, "no GS1 key in the path", 0);
        }
        return answer(reading, request, response, locale);
    }

    /** Codes that are no Digital Link, typed by hand or in a link of ours. */
    @GetMapping({"/v", "/v/{*path}"})
    Object code(
            @PathVariable(required = false) @Nullable String path,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        String text = code != null ? code : path == null ? "" : path.replaceFirst("^/", "");
        if (text.isBlank()) {
            return "redirect:/";
        }
        return answer(UnitSyntax.read(text), request, response, locale);
    }

    private Object answer(
            UnitReading reading, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        response.addHeader(HttpHeaders.VARY, "Accept, Accept-Language, Cookie");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Optional<DigitalLink> link = link(reading);
        link.ifPresent(found -> response.addHeader(HttpHeaders.LINK, linksetLink(found, request)));
        Representation wanted = Representation.of(request)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_ACCEPTABLE, "text/html, application/json, linkset"));
        String linkType = request.getParameter("linkType");
        if (linkType != null || wanted == Representation.LINKSET) {
            return links(reading, link, linkType, request, response, locale);
        }
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            return ResponseEntity.status(reading instanceof Malformed ? HttpStatus.BAD_REQUEST : HttpStatus.OK)
                    .contentType(wanted.type())
                    .build();
        }
        if (PortalRequest.isPrefetch(request)) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        return verified(reading, wanted, request, locale);
    }

    private Object verified(UnitReading reading, Representation wanted, HttpServletRequest request, Locale locale) {
        PublicCheck check =
                checks.check(reading, sources.visitor(request, Channel.WEB), clock.instant());
        HttpStatus status = status(check.answer().verdict());
        if (wanted == Representation.JSON) {
            Words words = pages.words(locale);
            return ResponseEntity.status(status)
                    .contentType(wanted.type())
                    .body(CheckDocument.of(check, words, pages.names(words, check)));
        }
        String here = PortalRequest.path(request) + PortalRequest.query(request);
        String json = here + (here.contains("?") ? "&" : "?") + "format=json";
        CheckPage page = pages.page(check, shown(reading, request), json, locale);
        ModelAndView view = new ModelAndView("portal/check", Map.of("page", page));
        view.setStatus(status);
        return view;
    }

    private static HttpStatus status(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Malformed _ -> HttpStatus.BAD_REQUEST;
            case Verdict.NotIssuedHere _ -> HttpStatus.NOT_FOUND;
            case Verdict.Withdrawn _,
                    Verdict.NotYetCommissioned _,
                    Verdict.Suspicious _,
                    Verdict.AlreadySold _,
                    Verdict.Genuine _,
                    Verdict.Recorded _ -> HttpStatus.OK;
        };
    }

    private static Optional<DigitalLink> link(UnitReading reading) {
        return reading instanceof Recognised read ? DigitalLink.find(read.unit().uri()) : Optional.empty();
    }

    /** The code as it stands under its symbol on the package; what is malformed as it came. */
    private static CodeShown shown(UnitReading reading, HttpServletRequest request) {
        return switch (reading) {
            case Recognised read -> CodeShown.plain(printed(read.unit()));
            case Malformed bad -> {
                String base = PortalRequest.base(request);
                int skipped = bad.raw().startsWith(base) ? base.length() : 0;
                yield CodeShown.faulty(bad.raw().substring(skipped), bad.position() - skipped);
            }
        };
    }

    private static String printed(TraceUnit unit) {
        return switch (unit) {
            case TraceUnit.SupervisedItem item -> item.code().value().replaceAll("(.{4})(?=.)", "$1 ");
            case TraceUnit.OtherThing other -> other.uri();
            case TraceUnit.Item _,
                    TraceUnit.Lot _,
                    TraceUnit.ProductClass _,
                    TraceUnit.LogisticUnit _ ->
                UnitSyntax.elementString(unit)
                        .map(ElementString::bracketed)
                        .orElse(unit.uri())
                        .replaceAll("(?<=.)\\((?=\\d{2,4}\\))", " (");
        };
    }

    private Object links(
            UnitReading reading,
            Optional<DigitalLink> link,
            @Nullable String linkType,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        if (reading instanceof Malformed bad) {
            throw new Problem(CommonProblem.MALFORMED, bad.rule() + " at " + bad.position() + ": " + bad.detail());
        }
        DigitalLink found =
                link.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "no GS1 key, therefore no link set"));
        LinkSet links = linkSets.of(asked(found, request), PortalRequest.base(request), pages.words(locale));
        if (linkType == null || linkType.equals("linkset") || linkType.equals("all")) {
            response.addHeader(
                    HttpHeaders.LINK,
                    "<" + JSON_LD_CONTEXT
                            + ">; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"");
            return ResponseEntity.ok().contentType(Representation.LINKSET.type()).body(links);
        }
        LinkSet.Target target = LinkType.of(linkType)
                .flatMap(links::find)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "linkType: " + linkType));
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .header(HttpHeaders.LOCATION, withQuery(target.href(), PortalRequest.query(request)))
                .build();
    }

    /** The link with all its levels: the canonical one leaves out the lot of an item. */
    private static DigitalLink asked(DigitalLink canonical, HttpServletRequest request) {
        return DigitalLink.find(PortalRequest.base(request) + PortalRequest.path(request))
                .map(link -> new DigitalLink(link.key(), link.qualifiers(), List.of()))
                .orElse(canonical);
    }

    /** GS1-Conformant Resolver: the query of the request is passed on. A fragment stays last. */
    private static String withQuery(String href, String query) {
        int fragment = href.indexOf('#');
        return fragment < 0 ? href + query : href.substring(0, fragment) + query + href.substring(fragment);
    }

    private static String linksetLink(DigitalLink link, HttpServletRequest request) {
        return "<" + asked(link, request).uri(PortalRequest.base(request))
                + "?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"";
    }
}
