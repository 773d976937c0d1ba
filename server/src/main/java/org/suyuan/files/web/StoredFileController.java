package org.suyuan.files.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.suyuan.files.StoredFile;
import org.suyuan.files.StoredFile.Place;
import org.suyuan.files.StoredFiles;
import org.suyuan.shared.CodedName;
import org.suyuan.shared.CommonProblem;
import org.suyuan.shared.FileId;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.AuditedRead;
import org.suyuan.shared.audit.ReadSubjects;

@RestController
@RequestMapping(StoredFileController.BASE)
@Tag(name = "files", description = "Photos, reports, certificates; linked by id")
class StoredFileController {
    static final String BASE = "/api/files";

    /** Whatever a file says, a browser runs nothing of it and loads nothing for it. */
    private static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static final String CSP = "Content-Security-Policy";
    private static final String NO_SNIFFING = "X-Content-Type-Options";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final StoredFiles files;
    private final MessageSource messages;

    StoredFileController(StoredFiles files, MessageSource messages) {
        this.files = files;
        this.messages = messages;
    }

    /**
     * @param type media type as sniffed
     * @param preview whether one can be asked for
     */
    record FileView(
            String id,
            String name,
            long size,
            String sha256,
            String type,
            CodedName scan,
            boolean preview,
            String uploadedBy,
            OffsetDateTime uploadedAt,
            List<AllowedAction> allowedActions) {}

    /** @param reason why not, in the reader's language; null when allowed */
    record AllowedAction(
            String action, boolean allowed, @Nullable String reason) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "file-upload",
            summary = "Store a file: part `file`, at most 50 MB; its type is sniffed, its sender believed in nothing")
    ResponseEntity<FileView> upload(
            Actor actor,
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String regionPath,
            @RequestParam(required = false) @Nullable String operator,
            @RequestParam(required = false) @Nullable String organisation,
            Locale locale)
            throws IOException {
        try (InputStream body = file.getInputStream()) {
            Place place = place(regionPath, operator, organisation);
            return created(files.store(actor, body, file.getOriginalFilename(), file.getContentType(), place), locale);
        }
    }

    @PostMapping(
            consumes = {
                "application/*",
                "image/*",
                "text/csv",
                "text/plain",
            })
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "file-send",
            summary = "The same with the bytes as the body",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<FileView> send(
            Actor actor,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String regionPath,
            @RequestParam(required = false) @Nullable String operator,
            @RequestParam(required = false) @Nullable String organisation,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
            InputStream body,
            Locale locale)
            throws IOException {
        return created(files.store(actor, body, name, type, place(regionPath, operator, organisation)), locale);
    }

    @GetMapping("/{id}")
    @Operation(summary = "What is known of a file")
    @AuditedRead(action = "files.file.read", kind = "file", id = "id")
    ResponseEntity<FileView> find(Actor actor, @PathVariable String id, HttpServletRequest request, Locale locale) {
        StoredFile file = found(actor, id, request);
        return ResponseEntity.ok().eTag(etag(file)).body(view(file, locale));
    }

    @GetMapping("/{id}/content")
    @Operation(summary = "The bytes; Range is understood. disposition=inline shows what a browser can show")
    @AuditedRead(action = "files.content.read", kind = "file", id = "id")
    ResponseEntity<Resource> content(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String disposition,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean inline = inline(disposition);
        StoredFile file = found(actor, id, request);
        Path path = files.content(file).orElseThrow(() -> notFound(id));
        return answer(
                response,
                path,
                file.type().mediaType(),
                file,
                inline && file.type().inline(),
                file.name());
    }

    @GetMapping("/{id}/preview")
    @Operation(summary = "A small PNG of the first page or of the image; 404 where there is none")
    @AuditedRead(action = "files.preview.read", kind = "file", id = "id")
    ResponseEntity<Resource> preview(
            Actor actor, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        StoredFile file = found(actor, id, request);
        Path path = files.preview(file).orElseThrow(() -> notFound(id));
        return answer(response, path, MediaType.IMAGE_PNG_VALUE, file, true, file.name() + ".png");
    }

    private static ResponseEntity<Resource> answer(
            HttpServletResponse response, Path path, String type, StoredFile file, boolean inline, String name) {
        response.setCharacterEncoding((String) null); // bytes have none, and in what a text is written nobody said
        ContentDisposition disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .eTag(etag(file))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(NO_SNIFFING, "nosniff")
                .header(CSP, SANDBOX)
                .contentType(MediaType.parseMediaType(type))
                .body(new FileSystemResource(path));
    }

    private StoredFile found(Actor actor, String id, HttpServletRequest request) {
        StoredFile file = files.find(actor, new FileId(uuid(id))).orElseThrow(() -> notFound(id));
        ReadSubjects.name(request, List.of(StoredFiles.subject(file)));
        return file;
    }

    private ResponseEntity<FileView> created(StoredFile file, Locale locale) {
        return ResponseEntity.created(URI.create(BASE + "/" + file.id()))
                .eTag(etag(file))
                .body(view(file, locale));
    }

    private FileView view(StoredFile file, Locale locale) {
        String scan = file.scan().name();
        boolean served = file.scan().isServed();
        String reason = served ? null : messages.getMessage("files.quarantined", null, locale);
        boolean preview = served
                && file.preview() != StoredFile.Preview.IMPOSSIBLE
                && switch (file.type()) {
                    case PDF, PNG, JPEG -> true;
                    case WEBP, XLSX, DOCX, ZIP, CSV, TXT -> false;
                };
        return new FileView(
                file.id().toString(),
                file.name(),
                file.size(),
                file.sha256().hex(),
                file.type().mediaType(),
                new CodedName(scan, messages.getMessage("files.scan." + scan, null, locale)),
                preview,
                file.uploadedByName(),
                file.uploadedAt().atZone(ZONE).toOffsetDateTime(),
                List.of(new AllowedAction("download", served, reason)));
    }

    private static String etag(StoredFile file) {
        return "\"" + file.sha256().hex() + "\"";
    }

    private static boolean inline(@Nullable String disposition) {
        if (disposition == null || disposition.equals("attachment")) {
            return false;
        }
        if (disposition.equals("inline")) {
            return true;
        }
        throw InvalidInput.of("disposition", disposition, "code", "expected: inline or attachment");
    }

    private static Place place(@Nullable String regionPath, @Nullable String operator, @Nullable String organisation) {
        UUID ofOperator = id("operator", operator);
        UUID ofOrganisation = id("organisation", organisation);
        return new Place(
                regionPath,
                ofOrganisation == null ? null : new OrganisationId(ofOrganisation),
                ofOperator == null ? null : new OperatorId(ofOperator));
    }

    private static @Nullable UUID id(String name, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of(name, text, "id", "expected: an id that this platform gave");
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw notFound(text);
        }
    }

    private static Problem notFound(String id) {
        return new Problem(CommonProblem.NOT_FOUND, "nothing with id " + id);
    }
}
