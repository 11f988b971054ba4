import CZip

/// libxlsxwriter writes numbers with 16 digits, of which not every double comes back. This puts the shortest exact text of
/// each number in its place: in a sheet written in constant memory every `<v>` is a number, and they stand row by row.
enum ExactNumbers {
    /// `numbers`: those of each sheet, row by row. nil where the file is not as expected.
    static func put(_ numbers: [[Double]], into file: [UInt8]) -> [UInt8]? {
        file.withUnsafeBytes { raw -> [UInt8]? in
            guard let source = zip_source_buffer_create(raw.baseAddress, UInt64(raw.count), 0, nil) else { return nil }
            // Kept beyond the archive, to read from it what was written.
            zip_source_keep(source)
            defer { zip_source_free(source) }
            guard let archive = zip_open_from_source(source, 0, nil) else {
                zip_source_free(source)
                return nil
            }
            var buffers: [UnsafeMutableBufferPointer<UInt8>] = []
            defer { for buffer in buffers { buffer.deallocate() } }
            for (place, sheet) in numbers.enumerated() {
                guard let buffer = replace("xl/worksheets/sheet\(place + 1).xml", sheet, archive) else {
                    zip_discard(archive)
                    return nil
                }
                buffers.append(buffer)
            }
            guard zip_close(archive) == 0 else {
                zip_discard(archive)
                return nil
            }
            return contents(of: source)
        }
    }

    private static func replace(_ part: String, _ numbers: [Double], _ archive: OpaquePointer) -> UnsafeMutableBufferPointer<
        UInt8
    >? {
        let index = zip_name_locate(archive, part, 0)
        guard index >= 0, let old = unpacked(UInt64(index), archive), let new = replaced(old, numbers) else { return nil }
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, new.count))
        _ = buffer.initialize(from: new)
        guard let source = zip_source_buffer(archive, buffer.baseAddress, UInt64(new.count), 0),
            zip_file_replace(archive, UInt64(index), source, 0) == 0
        else {
            buffer.deallocate()
            return nil
        }
        // 1 January 1980: files with the same cells have the same bytes.
        zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0)
        return buffer
    }

    private static func unpacked(_ index: UInt64, _ archive: OpaquePointer) -> [UInt8]? {
        guard let file = zip_fopen_index(archive, index, 0) else { return nil }
        defer { zip_fclose(file) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_fread(file, &chunk, UInt64(chunk.count))
            guard count >= 0 else { return nil }
            if count == 0 { return result }
            result += chunk[..<Int(count)]
        }
    }

    static func replaced(_ xml: [UInt8], _ numbers: [Double]) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(xml.count + numbers.count * 4)
        var place = 0, next = 0
        while place < xml.count {
            result.append(xml[place])
            place += 1
            // "<v>": a text has no bare "<".
            guard xml[place - 1] == 0x3E, place >= 3, xml[place - 2] == 0x76, xml[place - 3] == 0x3C else { continue }
            guard next < numbers.count else { return nil }
            result += Array(NumberText.shortest(numbers[next]).utf8)
            next += 1
            while place < xml.count, xml[place] != 0x3C { place += 1 }
        }
        return next == numbers.count ? result : nil
    }

    private static func contents(of source: OpaquePointer) -> [UInt8]? {
        guard zip_source_open(source) == 0 else { return nil }
        defer { zip_source_close(source) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_source_read(source, &chunk, UInt64(chunk.count))
            guard count >= 0 else { return nil }
            if count == 0 { return result }
            result += chunk[..<Int(count)]
        }
    }
}
