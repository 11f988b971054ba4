/// How much of a file is read at most: foreign files may be made to fill the memory.
public struct ReadingLimits: Hashable, Sendable {
    /// Bytes of the file as it came.
    public var fileBytes = 64 << 20
    /// Bytes of one part of an XLSX file, unpacked.
    public var partBytes = 128 << 20
    /// Bytes of all parts that are read, unpacked.
    public var totalBytes = 256 << 20
    /// Unpacked bytes to packed ones, for parts over 1 MB. Sheets of a few repeated values come to about 50.
    public var ratio = 200
    /// Cells that hold something, of all sheets.
    public var cells = 5_000_000
    /// Those of spreadsheets.
    public var rows = 1_048_576
    public var columns = 16_384

    public init() {}
}
