import Base
import Crypto

/// Names that stay: by them the next version of a file finds the same sessions.
package enum ScheduleIdentities {
    /// The guid if it is one of a kind, else a UUIDv5 of (acronym, id); never the title. Two of one name become two
    /// sessions and a finding.
    static func assign(_ events: inout [ForeignEvent], _ raw: [RawEvent], acronym: String, _ log: inout FindingLog) {
        // An identity stands in lists and findings: it reads as it is stored.
        let all = raw.map { ForeignText.line($0.guid, asWritten: true) }
        var guids: [String: Int] = [:]
        for guid in all where !guid.isEmpty { guids[guid.lowercased(), default: 0] += 1 }
        var taken: [String: Int] = [:]
        var used: Set<String> = []
        for index in events.indices {
            let one = raw[index]
            var identity: String
            let written = all[index]
            let guid = written.lowercased()
            if !guid.isEmpty {
                identity = isUUID(guid) ? guid : written
                if isUUID(guid), guids[guid] == 1 { events[index].guid = guid }
                if !isUUID(guid) { log.add(.doubted, "oddGuid", line: one.line, ["value": written]) }
            } else if !one.id.isEmpty, one.id != "0" {
                identity = uuid5(acronym + "\u{1F}" + one.id)
                log.add(.supplied, "noGuid", line: one.line)
            } else {
                let start = events[index].start.map { String($0.seconds) } ?? ""
                identity = uuid5([acronym, events[index].room ?? "", start].joined(separator: "\u{1F}"))
                log.add(.supplied, "noIdentity", line: one.line)
            }
            let count = (taken[identity] ?? 0) + 1
            taken[identity] = count
            if count > 1 {
                if !guid.isEmpty || !one.id.isEmpty {
                    log.add(
                        .doubted, "doubledIdentity", line: one.line, ["value": guid.isEmpty ? ForeignText.line(one.id) : written])
                }
                identity += "#\(count)"
            }
            // Somebody may have written such a name herself.
            while !used.insert(identity).inserted { identity += "#" }
            events[index].identity = identity
        }
    }

    static func isUUID(_ text: String) -> Bool { text.utf8.count == 36 && Identifier(text) != nil }

    /// RFC 9562 §5.5 in the namespace of URLs: the same name gives the same identifier everywhere.
    package static func uuid5(_ name: String) -> String {
        let namespace: [UInt8] = [
            0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
        ]
        var bytes = Array(Insecure.SHA1.hash(data: namespace + Array(name.utf8)).prefix(16))
        bytes[6] = 0x50 | (bytes[6] & 0x0f)
        bytes[8] = 0x80 | (bytes[8] & 0x3f)
        let hex = bytes.map { hexadecimal([$0]) }
        return [hex[0..<4], hex[4..<6], hex[6..<8], hex[8..<10], hex[10..<16]].map { $0.joined() }.joined(separator: "-")
    }
}
