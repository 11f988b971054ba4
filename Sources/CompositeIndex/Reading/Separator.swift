/// What stands between the cells of a text table, found out from its first records.
enum Separator {
    /// The comma last: of signs that fit equally well it is the one that occurs in texts and numbers.
    private static let candidates: [UInt8] = [0x09, 0x3B, 0x7C, 0x2C]
    private static let sample = 50

    /// The one that gives the most records the width of the first; then the one that gives the most columns.
    static func found(in bytes: ArraySlice<UInt8>) -> UInt8 {
        var best: (separator: UInt8, share: Double, width: Int) = (0x2C, 0, 1)
        for separator in candidates {
            let widths = widths(bytes, separator)
            guard let width = widths.first, width > 1 else { continue }
            let share = Double(widths.count { $0 == width }) / Double(widths.count)
            if (share, width) > (best.share, best.width) { best = (separator, share, width) }
        }
        return best.separator
    }

    /// Columns of each of the first records that are not blank. The walk ends early, so that no file is long for it.
    private static func widths(_ bytes: ArraySlice<UInt8>, _ separator: UInt8) -> [Int] {
        var widths: [Int] = []
        var width = 1, isQuoted = false, isBlank = true, isStart = true
        for byte in bytes.prefix(1 << 20) {
            if byte == 0x22, isQuoted || isStart { isQuoted.toggle() }
            isStart = byte == separator || byte == 0x0A || byte == 0x0D || (byte == 0x22 && !isQuoted)
            guard !isQuoted else {
                isBlank = false
                continue
            }
            switch byte {
            case separator: (width, isBlank) = (width + 1, false)
            case 0x0A, 0x0D:
                if !isBlank { widths.append(width) }
                if widths.count == sample { return widths }
                (width, isBlank) = (1, true)
            default: isBlank = false
            }
        }
        return isBlank ? widths : widths + [width]
    }
}
