package org.suyuan.files;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.suyuan.shared.Problem;

/**
 * Small pictures of files: the first page of a PDF, an image scaled down. Files come from strangers, so everything is
 * bounded: how many at once, how long, how large a picture in memory.
 */
@Component
class Previews {
    static final int SIDE_MAX = 800;
    /** More pixels are not even begun: an image of a few bytes can claim to be as large as it likes. */
    static final long PIXELS_MAX = 100_000_000;

    static final int AT_ONCE = 2;
    private static final Duration TIME_MAX = Duration.ofSeconds(20);
    private static final Logger log = LoggerFactory.getLogger(Previews.class);

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** A PNG; empty where none can be made. Throws when too many are being made. */
    Optional<byte[]> make(Path file, FileType type) {
        return switch (type) {
            case PDF -> bounded(file, Previews::firstPage);
            case PNG, JPEG -> bounded(file, Previews::scaled);
            case WEBP, XLSX, DOCX, ZIP, CSV, TXT -> Optional.empty();
        };
    }

    private interface Maker {
        BufferedImage make(Path file) throws IOException;
    }

    /**
     * A thread that does not come back keeps its place: a file built to loop can stop previews, but never take more than
     * {@link #AT_ONCE} threads.
     */
    private Optional<byte[]> bounded(Path file, Maker maker) {
        if (!places.tryAcquire()) {
            throw new Problem(FilesProblem.PREVIEW_BUSY, "other previews are being made; try again soon");
        }
        FutureTask<byte[]> task = new FutureTask<>(() -> {
            try {
                return png(maker.make(file));
            } finally {
                places.release();
            }
        });
        Thread thread = Thread.ofPlatform().daemon().name("preview").start(task);
        try {
            return Optional.of(task.get(TIME_MAX.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            thread.interrupt();
            log.warn("No preview within {}", TIME_MAX);
            return Optional.empty();
        } catch (ExecutionException e) {
            log.info("No preview: {}", String.valueOf(e.getCause()));
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static BufferedImage firstPage(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            PDRectangle page = document.getPage(0).getCropBox();
            float longer = Math.max(1, Math.max(page.getWidth(), page.getHeight()));
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true); // a huge picture on the page is read small
            return renderer.renderImage(0, SIDE_MAX / longer, ImageType.RGB);
        }
    }

    private static BufferedImage scaled(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no reader for it");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return scaled(read(reader));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Every n-th pixel only, so that no more than some megapixels are ever in memory. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > PIXELS_MAX) {
            throw new IOException(width + " x " + height + " pixels (expected: at most " + PIXELS_MAX + ")");
        }
        int every = (int) Math.max(1, Math.max(width, height) / (2L * SIDE_MAX));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage scaled(BufferedImage image) {
        double factor = Math.min(1, (double) SIDE_MAX / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = small.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            canvas.drawImage(image, 0, 0, width, height, null);
        } finally {
            canvas.dispose();
        }
        return small;
    }
}
