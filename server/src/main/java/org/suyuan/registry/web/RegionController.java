package org.suyuan.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.Region;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionLevel;
import org.suyuan.registry.RegionMoves;
import org.suyuan.registry.Regions;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

@RestController
@RequestMapping(Answers.BASE + "/regions")
@Tag(
        name = "registry: regions",
        description = "Administrative divisions from province to township, with the days they were in force")
class RegionController {
    private final Regions regions;
    private final RegionMoves moves;
    private final Names names;
    private final Clock clock;

    RegionController(Regions regions, RegionMoves moves, Names names, Clock clock) {
        this.regions = regions;
        this.moves = moves;
        this.names = names;
        this.clock = clock;
    }

    /** @param name in the reader's language */
    record RegionView(
            String code,
            RegionLevel level,
            String name,
            String nameZh,
            String shortName,
            String nameEn,
            @Nullable CodedName parent,
            String path,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable GeoPoint centre) {}

    @GetMapping
    @Operation(summary = "The regions below one (the provinces without `parent`), or those whose name contains `name`")
    Page<RegionView> list(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable RegionLevel level,
            @Parameter(description = "Day on which they are in force; today when absent")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = ISO.DATE)
                    @Nullable
                    LocalDate on,
            @ParameterObject PageRequest page,
            Locale locale) {
        LocalDate day = day(on);
        Page<Region> found = name == null
                ? regions.children(Answers.queryRegion("parent", parent), day, page)
                : regions.named(name, level, day, page);
        return new Page<>(views(found.items(), locale), found.next(), found.total(), found.truncated());
    }

    @GetMapping("/{code}")
    @Operation(summary = "What a code means on a day")
    RegionView find(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            Locale locale) {
        Region region = RegionCode.parse(code)
                .flatMap(parsed -> regions.find(parsed, day(on)))
                .orElseThrow(() -> Answers.notFound(code));
        return views(List.of(region), locale).getFirst();
    }

    @GetMapping("/{code}/periods")
    @Operation(summary = "All that a code has meant, oldest first: codes are used again")
    List<RegionView> periods(@PathVariable String code, Locale locale) {
        List<Region> periods = RegionCode.parse(code)
                .map(parsed -> regions.periods(List.of(parsed)).getOrDefault(parsed, List.of()))
                .orElse(List.of());
        if (periods.isEmpty()) {
            throw Answers.notFound(code);
        }
        return views(periods, locale);
    }

    /**
     * @param regions regions with another code or name, itself included
     * @param rows registered rows of all modules that followed
     */
    record MovedView(RegionView region, int regions, long rows) {}

    @PostMapping("/{code}/moves")
    @Operation(summary = "Rename a region or give it another code, with all in it, from a day on")
    MovedView move(Actor actor, @PathVariable String code, @RequestBody RegionMoves.Draft body, Locale locale) {
        RegionMoves.Moved moved = RegionCode.parse(code)
                .flatMap(parsed -> moves.move(actor, parsed, body))
                .orElseThrow(() -> Answers.notFound(code));
        return new MovedView(views(List.of(moved.region()), locale).getFirst(), moved.regions(), moved.rows());
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? LocalDate.now(clock) : on;
    }

    private List<RegionView> views(List<Region> found, Locale locale) {
        List<RegionCode> parents = found.stream()
                .map(Region::parent)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        Names.Named<RegionCode> around = names.regions(parents, locale);
        return found.stream().map(region -> view(region, around, locale)).toList();
    }

    private static RegionView view(Region region, Names.Named<RegionCode> around, Locale locale) {
        CodedName parent = around.ofNullable(region.parent());
        return new RegionView(
                region.code().toString(),
                region.level(),
                Names.of(region.nameZh(), region.nameEn(), locale),
                region.nameZh(),
                region.shortName(),
                region.nameEn(),
                parent,
                region.path(),
                region.validFrom(),
                region.validTo(),
                region.centre());
    }
}
