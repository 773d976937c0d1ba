package org.suyuan.codes.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.codes.BatchCodes;
import org.suyuan.codes.BatchFilter;
import org.suyuan.codes.BatchId;
import org.suyuan.codes.BatchLabels;
import org.suyuan.codes.BatchRequest;
import org.suyuan.codes.CodeBatch;
import org.suyuan.codes.CodeBatches;
import org.suyuan.codes.CodeFormat;
import org.suyuan.codes.CodeKind;
import org.suyuan.codes.LabelTemplate;
import org.suyuan.epcis.gs1.Gs1SyntaxException;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Problem;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.access.Actor;

/** {@code /api/codes/batches}: issue, list, download. */
@RestController
@RequestMapping("/api/codes/batches")
@Tag(name = "codes: batches", description = "Issuing and downloading item codes")
class BatchController {
    static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CodeBatches batches;
    private final BatchLabels labels;
    private final BatchViews views;
    private final String publicUrl;

    BatchController(
            CodeBatches batches,
            BatchLabels labels,
            BatchViews views,
            @Value("${suyuan.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.batches = batches;
        this.labels = labels;
        this.views = views;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    /** @param productId or {@code gtin}, one of them */
    record NewBatch(
            @Nullable UUID productId,
            @Nullable String gtin,
            @Nullable CodeKind kind,
            long quantity,
            @Nullable String lot,
            @Nullable String note) {}

    @PostMapping
    ResponseEntity<BatchView> issue(Actor actor, @RequestBody NewBatch body) {
        CodeBatch batch = batches.issue(
                actor,
                new BatchRequest(
                        body.productId() == null ? null : new ProductId(body.productId()),
                        body.gtin() == null ? null : gtin(body.gtin()),
                        body.kind() == null ? CodeKind.GS1_SERIAL : body.kind(),
                        body.quantity(),
                        body.lot(),
                        body.note()));
        URI location = URI.create("/api/codes/batches/" + batch.id());
        return ResponseEntity.created(location).body(views.of(actor, batch));
    }

    /** @param from first day of issue; {@code to} the last */
    record Filter(
            @Nullable UUID productId,
            @Nullable UUID operatorId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        BatchFilter filter() {
            return new BatchFilter(
                    productId == null ? null : new ProductId(productId),
                    operatorId == null ? null : new OperatorId(operatorId),
                    from == null ? null : from.atStartOfDay(ZONE).toInstant(),
                    to == null ? null : to.plusDays(1).atStartOfDay(ZONE).toInstant());
        }
    }

    @GetMapping
    Page<BatchView> list(Actor actor, @ParameterObject Filter filter, @ParameterObject PageRequest page) {
        Page<CodeBatch> found = batches.list(actor, filter.filter(), page);
        List<BatchView> items = views.of(actor, found.items());
        return new Page<>(items, found.next(), found.total(), found.truncated());
    }

    @GetMapping("/{id}")
    BatchView one(Actor actor, @PathVariable UUID id) {
        return batches.find(actor, new BatchId(id))
                .map(batch -> views.of(actor, batch))
                .orElseThrow(() -> notFound(id));
    }

    /**
     * The codes, as CSV or as NDJSON by {@code Accept}. A broken download goes on at {@code from} = the number of codes
     * received.
     */
    @GetMapping(
            path = "/{id}/codes",
            produces = {CSV, NDJSON})
    void codes(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam @Nullable Long count,
            @RequestHeader(value = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletResponse response)
            throws IOException {
        BatchCodes codes = batches.codes(actor, new BatchId(id), from, count).orElseThrow(() -> notFound(id));
        CodeFormat format = accept != null && accept.contains(NDJSON) ? CodeFormat.NDJSON : CodeFormat.CSV;
        response.setContentType((format == CodeFormat.CSV ? CSV : NDJSON) + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, attachment(codes, from, format == CodeFormat.CSV ? "csv" : "ndjson"));
        codes.write(format, publicUrl, response.getOutputStream());
    }

    @GetMapping(path = "/{id}/labels", produces = MediaType.APPLICATION_PDF_VALUE)
    void labels(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam @Nullable Long count,
            @RequestParam(defaultValue = "A4_3X8") LabelTemplate template,
            HttpServletResponse response)
            throws IOException {
        BatchCodes codes = batches.codes(actor, new BatchId(id), from, count).orElseThrow(() -> notFound(id));
        labels.check(codes);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(codes, from, "pdf"));
        labels.write(codes, template, publicUrl, response.getOutputStream());
    }

    private static String attachment(BatchCodes codes, long from, String extension) {
        return "attachment; filename=\"codes-" + codes.batch().series().seriesClass() + "-"
                + codes.batch().id() + "-" + from + "." + extension + "\"";
    }

    private static Gtin gtin(String text) {
        try {
            return Gtin.of(text);
        } catch (Gs1SyntaxException e) {
            throw InvalidInput.of("/gtin", text, "gtin", e.detail());
        }
    }

    private static Problem notFound(UUID id) {
        return new Problem(CommonProblem.NOT_FOUND, "code batch: " + id);
    }
}
