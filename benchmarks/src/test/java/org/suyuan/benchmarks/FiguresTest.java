package org.suyuan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void one_slow_round_does_not_move_the_median() {
        assertThat(Figures.median(100, 1, 101, 99, 100)).isEqualTo(100);
    }

    @Test
    void ninety_nine_of_a_hundred_answers_are_not_slower_than_p99() {
        double[] latencies = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        assertThat(Figures.quantile(0.99, latencies)).isEqualTo(99);
    }

    @Test
    void a_missed_target_is_told() {
        assertThat(Row.atLeast("rate", 199, "items/s", 100, 2).met()).isFalse();
        assertThat(Row.atLeast("rate", 200, "items/s", 100, 2).met()).isTrue();
        assertThat(Row.atMost("size", 11, "bytes", 100, 0.1).met()).isFalse();
        assertThat(Row.below("p99", 20, "ms", 20).met()).isFalse();
        assertThat(Row.shown("median", 1, "ms").met()).isNull();
    }

    @Test
    void figures_show_three_digits() {
        assertThat(Row.text(0.06249)).isEqualTo("0.0625");
        assertThat(Row.text(9.27)).isEqualTo("9.27");
        assertThat(Row.text(4_323_529.4)).isEqualTo("4,323,529");
        assertThat(Row.text(30)).isEqualTo("30");
    }
}
