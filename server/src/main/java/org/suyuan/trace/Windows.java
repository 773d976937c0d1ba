package org.suyuan.trace;

import java.util.ArrayList;
import java.util.List;

/** An immutable set of moments as sorted, disjoint windows: when a package carried something that is traced. */
record Windows(List<Window> list) {
    static final Windows NEVER = new Windows(List.of());

    static Windows of(Window window) {
        return window.isEmpty() ? NEVER : new Windows(List.of(window));
    }

    Windows add(Window window) {
        if (window.isEmpty()) {
            return this;
        }
        List<Window> merged = new ArrayList<>(list.size() + 1);
        Window grown = window;
        for (Window each : list) {
            if (each.to().isBefore(grown.from())) {
                merged.add(each);
            } else if (grown.to().isBefore(each.from())) {
                merged.add(grown);
                grown = each;
            } else {
                grown = new Window(Moment.earlier(each.from(), grown.from()), Moment.later(each.to(), grown.to()));
            }
        }
        merged.add(grown);
        return new Windows(List.copyOf(merged));
    }

    Windows addAll(Windows others) {
        Windows all = this;
        for (Window window : others.list) {
            all = all.add(window);
        }
        return all;
    }

    Windows within(Window bounds) {
        return new Windows(list.stream()
                .map(bounds::intersect)
                .filter(window -> !window.isEmpty())
                .toList());
    }

    boolean contains(Moment moment) {
        return list.stream().anyMatch(window -> window.contains(moment));
    }

    boolean endsAt(Moment moment) {
        return list.stream().anyMatch(window -> window.to().equals(moment));
    }

    boolean isEmpty() {
        return list.isEmpty();
    }
}
