package org.suyuan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is what its bytes say. */
class SnifferTest {
    @TempDir
    private Path folder;

    @Test
    void what_may_be_stored_is_recognised_by_its_bytes() throws IOException {
        assertThat(sniff(Samples.pdf())).contains(FileType.PDF);
        assertThat(sniff(Samples.image("png", 3, 2))).contains(FileType.PNG);
        assertThat(sniff(Samples.image("jpg", 3, 2))).contains(FileType.JPEG);
        assertThat(sniff(Samples.text("RIFF....WEBPVP8 "))).contains(FileType.WEBP);
        assertThat(sniff(Samples.zip("a.txt", "b/c.txt"))).contains(FileType.ZIP);
        assertThat(sniff(Samples.zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileType.XLSX);
        assertThat(sniff(Samples.zip("[Content_Types].xml", "word/document.xml")))
                .contains(FileType.DOCX);
        assertThat(sniff(Samples.text("名称,数量\n酸奶,24000\n"))).contains(FileType.TXT);
        assertThat(sniff("名称,数量\n酸奶,24000\n".getBytes(Charset.forName("GB18030"))))
                .contains(FileType.TXT);
    }

    @Test
    void a_long_text_cut_within_a_character_is_still_text() throws IOException {
        for (String start : new String[] {"", "a", "ab"}) {
            assertThat(sniff(Samples.text(start + "溯".repeat(Sniffer.HEAD_BYTES))))
                    .contains(FileType.TXT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>hello",
                "<html><script>alert(1)</script>",
                "\n\n  <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><a/>",
                "name,value\n<script>alert(1)</script>,2\n",
                "MZ\u0000\u0001\u0000",
                "\u007fELF\u0001\u0001",
                "GIF89a\u0001\u0000",
                ""
            })
    void what_a_browser_could_run_and_what_is_unknown_is_refused(String content) throws IOException {
        assertThat(sniff(Samples.text(content))).isEmpty();
    }

    @Test
    void office_files_with_macros_and_unknown_packages_are_refused() throws IOException {
        assertThat(sniff(Samples.zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")))
                .isEmpty();
        assertThat(sniff(Samples.zip("[Content_Types].xml", "ppt/presentation.xml")))
                .isEmpty();
    }

    @Test
    void a_torn_archive_and_one_with_too_many_names_are_refused() throws IOException {
        byte[] whole = Samples.zip("a.txt", "b.txt");
        assertThat(sniff(Arrays.copyOf(whole, whole.length / 2))).isEmpty();
        String[] names = IntStream.rangeClosed(0, Sniffer.ZIP_ENTRIES_MAX)
                .mapToObj(i -> i + ".txt")
                .toArray(String[]::new);
        assertThat(sniff(Samples.zip(names))).isEmpty();
    }

    private Optional<FileType> sniff(byte[] bytes) throws IOException {
        return Sniffer.sniff(Files.write(Files.createTempFile(folder, "sniffed", null), bytes));
    }
}
