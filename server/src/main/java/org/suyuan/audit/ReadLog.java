package org.suyuan.audit;

import java.util.List;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.audit.Deed;

/** Takes what one answer showed, in one statement. */
public interface ReadLog {
    /** Durable when it returns, whatever becomes of the caller's transaction. */
    void read(Actor actor, List<Deed> reads);
}
