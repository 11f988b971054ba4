import Base
import Pictures

/// The picture beside a name: a square, small, without metadata.
package enum Portrait {
    /// Pixels a side: sharp at 160 on a display of double density.
    package static let side = 320

    /// The picture to keep, made of an upload. It takes tens of milliseconds.
    package static func made(from upload: [UInt8]) throws -> [UInt8] {
        guard let made = Picture.square(upload, side: side) else {
            throw Refusal(.invalid, "profile.complaint.portrait", field: "portrait")
        }
        return made
    }
}
