import CZip

/// The parts of a zip file, held in memory. Belongs to the call that made it.
final class ZipArchive {
    private let archive: OpaquePointer
    /// libzip reads from here for as long as the archive is open.
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let name: String
    private let limits: ReadingLimits
    /// Bytes that were unpacked so far: a workbook may name one part for many sheets.
    private var total = 0

    init(_ file: [UInt8], name: String, limits: ReadingLimits) throws(Problems) {
        self.name = name
        self.limits = limits
        bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: file.count)
        _ = bytes.initialize(from: file)
        guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(file.count), 0, nil) else {
            bytes.deallocate()
            throw ZipArchive.refusal("xlsx-broken", name, "the file could not be opened")
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            bytes.deallocate()
            throw ZipArchive.refusal("xlsx-broken", name, "the workbook is damaged or cut short: it is no whole zip file")
        }
        self.archive = archive
    }

    deinit {
        zip_discard(archive)
        bytes.deallocate()
    }

    static func refusal(_ rule: String, _ name: String, _ message: String) -> Problems {
        Problems([Problem(rule, [name], at: Problem.Place(table: name), message)])
    }

    private func index(of part: String) -> UInt64? {
        let index = zip_name_locate(archive, part, zip_flags_t(ZIP_FL_NOCASE))
        return index < 0 ? nil : UInt64(index)
    }

    func has(_ part: String) -> Bool { index(of: part) != nil }

    /// A part unpacked; nil if there is none of that name. Neither what the file says of its size nor what comes out is
    /// trusted beyond the limits.
    func bytes(of part: String) throws(Problems) -> [UInt8]? {
        guard let index = index(of: part) else { return nil }
        var facts = zip_stat_t()
        zip_stat_init(&facts)
        guard zip_stat_index(archive, index, 0, &facts) == 0 else { throw damaged(part) }
        if facts.encryption_method != 0 {
            throw ZipArchive.refusal("file-encrypted", name, "the workbook is protected by a password: save it without one")
        }
        try check(Int(clamping: facts.size), packed: Int(clamping: facts.comp_size), part)
        guard let file = zip_fopen_index(archive, index, 0) else { throw damaged(part) }
        defer { zip_fclose(file) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_fread(file, &chunk, UInt64(chunk.count))
            guard count >= 0 else { throw damaged(part) }
            if count == 0 { return result }
            total += Int(count)
            result += chunk[..<Int(count)]
            try check(result.count, packed: Int(clamping: facts.comp_size), part)
        }
    }

    private func check(_ size: Int, packed: Int, _ part: String) throws(Problems) {
        let isBomb = size > 1 << 20 && size / max(packed, 1) > limits.ratio
        guard size > limits.partBytes || isBomb || total > limits.totalBytes else { return }
        let most =
            isBomb
            ? "\(limits.ratio) times its size" : "\(total > limits.totalBytes ? limits.totalBytes : limits.partBytes) bytes"
        throw ZipArchive.refusal(
            "xlsx-too-large", name,
            "\(part) unpacks to over \(most)")
    }

    private func damaged(_ part: String) -> Problems {
        ZipArchive.refusal("xlsx-broken", name, "the workbook is damaged: \(part) cannot be unpacked")
    }
}
