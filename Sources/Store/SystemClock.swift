import Base
import Foundation

/// The only place that asks the machine what time it is.
package enum SystemClock {
    package static func now() -> Instant { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }
}
