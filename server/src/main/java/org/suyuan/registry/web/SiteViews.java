package org.suyuan.registry.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Place;
import org.suyuan.registry.CodeList;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.Site;
import org.suyuan.shared.access.Actor;

/** Shows sites in the reader's language. */
@Component
class SiteViews {
    private final Names names;

    SiteViews(Names names) {
        this.names = names;
    }

    List<SiteView> of(List<Site> sites, Locale locale) {
        return of(sites, null, locale);
    }

    SiteView detail(Site site, Actor actor, Locale locale) {
        return of(List.of(site), names.change(actor, locale), locale).getFirst();
    }

    private List<SiteView> of(List<Site> sites, @Nullable List<AllowedAction> actions, Locale locale) {
        Names.Named<RegionCode> regions =
                names.regions(sites.stream().map(Site::region).toList(), locale);
        Names.Named<String> roles = names.codes(CodeList.SITE_ROLES, locale);
        return sites.stream()
                .map(site -> view(site, regions, roles, actions, locale))
                .toList();
    }

    private SiteView view(
            Site site,
            Names.Named<RegionCode> regions,
            Names.Named<String> roles,
            @Nullable List<AllowedAction> actions,
            Locale locale) {
        Place gln = site.gln();
        return new SiteView(
                site.id().toString(),
                site.operator().toString(),
                site.operatorName(),
                Names.of(site.nameZh(), site.nameEn(), locale),
                site.nameZh(),
                site.nameEn(),
                roles.of(site.role()),
                gln == null ? null : gln.gln().value(),
                gln == null || gln.extension().isEmpty() ? null : gln.extension(),
                site.place(),
                regions.of(site.region()),
                site.address(),
                site.point(),
                site.validFrom(),
                site.validTo(),
                site.status(),
                names.label(site.status(), locale),
                site.version(),
                actions);
    }
}
