import Base
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite("Materials: the verbs")
struct MaterialActionsTests {
    private static let event = MaterialStage.event

    private func change(
        _ material: Material, _ stage: MaterialStage, file: UploadedFile? = nil, by viewer: Viewer? = ProgrammeStage.editor,
        _ edit: @Sendable (inout MaterialDraft) -> Void
    ) async throws -> Material {
        var draft = MaterialDraft(material)
        edit(&draft)
        let wanted = draft
        return try await stage.database.write {
            try MaterialActions.change(
                material.id, to: wanted, file: file, of: material.session, of: Self.event, by: viewer, in: $0)
        }
    }
    private func remove(_ material: Material, _ stage: MaterialStage, by viewer: Viewer? = ProgrammeStage.editor) async throws {
        try await stage.database.write {
            try MaterialActions.remove(material.id, of: material.session, of: Self.event, by: viewer, in: $0)
        }
    }

    @Test("added, changed, given another file and taken away: no file is left over", arguments: Backend.available)
    func life(backend: Backend) async throws {
        try await MaterialStage.run(backend) { stage in
            let before = (audit: try await stage.count("audit"), notes: try await stage.count("note"))
            let made = try await stage.add()
            let renamed = try await change(made, stage) { $0.title = Localized("Renamed") }
            #expect(renamed.file == made.file)
            let replaced = try await change(renamed, stage, file: MaterialStage.upload("new.html", "%PDF-1.4\nnew")) {
                $0.kind = .paper
            }
            #expect(replaced.file?.name == "new.pdf")
            #expect(replaced.file?.id != made.file?.id)
            #expect(try await stage.all() == [replaced])
            #expect(try await stage.count("stored_file") == 1)
            try await remove(replaced, stage)
            #expect(try await stage.all().isEmpty)
            #expect(try await stage.count("stored_file") == 0)
            #expect(try await stage.count("audit") == before.audit + 4)
            #expect(try await stage.count("note") == before.notes + 4)
            let topics = try await stage.database.read {
                try $0.count("SELECT COUNT(*) FROM change WHERE topic = \(Self.event.topic)")
            }
            #expect(topics >= 4)
            #expect(await refused { try await remove(replaced, stage) } == .notFound)
        }
    }

    @Test("editors and the session's speakers add; each speaker changes only what she added", arguments: Backend.available)
    func rights(backend: Backend) async throws {
        try await MaterialStage.run(backend) { stage in
            let ours = try await stage.add()
            let hers = try await stage.add(by: stage.speaker)
            #expect(hers.person == stage.speaker.person)
            for (viewer, code) in [
                (nil, .signInNeeded), (stage.stranger, .forbidden), (ProgrammeStage.viewer(.reader), .forbidden),
                (ProgrammeStage.viewer(.organiser, in: ProgrammeStage.elsewhere), .forbidden),
            ] as [(Viewer?, Refusal.Code)] {
                #expect(await refused { _ = try await stage.add(by: viewer) } == code)
                #expect(await refused { _ = try await change(ours, stage, by: viewer) { _ in } } == code)
                #expect(await refused { try await remove(ours, stage, by: viewer) } == code)
            }
            #expect(await refused { _ = try await change(ours, stage, by: stage.speaker) { _ in } } == .forbidden)
            #expect(await refused { try await remove(ours, stage, by: stage.speaker) } == .forbidden)
            _ = try await change(hers, stage, by: stage.speaker) { $0.title = Localized("Mine") }
            try await remove(hers, stage, by: stage.speaker)
            #expect(try await stage.all().map(\.id) == [ours.id])
            #expect(await refused { _ = try await stage.add(to: ProgrammeStage.series, by: ProgrammeStage.editor) } == .notFound)
            let moved = await refused {
                try await stage.database.write {
                    try MaterialActions.move(
                        ours.id, isUp: true, of: stage.session, of: Self.event, by: stage.speaker, in: $0)
                }
            }
            #expect(moved == .forbidden)
        }
    }

    @Test("captions belong to a recording: its visibility is theirs, and they go with it", arguments: Backend.available)
    func captions(backend: Backend) async throws {
        try await MaterialStage.run(backend) { stage in
            let slides = try await stage.add()
            let video = try await stage.add(.recording, MaterialStage.video, visibility: .signedIn)
            func captions(_ file: UploadedFile, _ language: String, of recording: Identifier? = nil) async throws -> Material {
                try await stage.add(.captions, file, language: language, recording: recording ?? video.id)
            }
            let english = try await captions(MaterialStage.vtt, "en")
            let spanish = try await captions(MaterialStage.srt, "es")
            #expect(english.visibility == .signedIn)
            #expect(spanish.file?.name == "talk.vtt" && spanish.file?.type == "text/vtt")
            let kept = try await stage.database.read { try StoredFileStore.bytes(spanish.file?.id ?? spanish.id, in: $0) }
            #expect(
                String(decoding: kept ?? [], as: UTF8.self)
                    == "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nBuenos días\n")
            #expect(await refused { _ = try await captions(MaterialStage.vtt, "EN") } == .conflict)
            #expect(await refused { _ = try await captions(MaterialStage.vtt, "fr", of: slides.id) } == .invalid)
            #expect(await refused { _ = try await captions(MaterialStage.vtt, "fr", of: ProgrammeStage.series) } == .invalid)
            #expect(await refused { _ = try await captions(MaterialStage.pdf, "fr") } == .invalid)
            #expect(await refused { _ = try await change(video, stage) { $0.kind = .other } } == .conflict)
            _ = try await change(video, stage) { $0.visibility = .team }
            #expect(try await stage.all().map(\.visibility) == [.everyone, .team, .team, .team])
            #expect(try await stage.all().map(\.id) == [slides, video, english, spanish].map(\.id))
            try await remove(video, stage)
            #expect(try await stage.all().map(\.id) == [slides.id])
            #expect(try await stage.count("stored_file") == 1)
        }
    }

    @Test("moving changes places with the neighbour, captions among themselves", arguments: Backend.available)
    func moving(backend: Backend) async throws {
        try await MaterialStage.run(backend) { stage in
            let first = try await stage.add()
            let video = try await stage.add(.recording, MaterialStage.video)
            let english = try await stage.add(.captions, MaterialStage.vtt, language: "en", recording: video.id)
            let spanish = try await stage.add(.captions, MaterialStage.vtt, language: "es", recording: video.id)
            let last = try await stage.add(.link, nil, url: "https://example.org/")
            func move(_ material: Material, _ isUp: Bool) async throws -> [Identifier] {
                try await stage.database.write {
                    try MaterialActions.move(
                        material.id, isUp: isUp, of: stage.session, of: Self.event, by: ProgrammeStage.editor, in: $0)
                }
                return try await stage.all().map(\.id)
            }
            #expect(try await move(first, true) == [first, video, english, spanish, last].map(\.id))
            #expect(try await move(first, false) == [video, english, spanish, first, last].map(\.id))
            #expect(try await move(spanish, true) == [video, spanish, english, first, last].map(\.id))
            #expect(try await move(spanish, true) == [video, spanish, english, first, last].map(\.id))
            #expect(try await move(last, true) == [video, spanish, english, last, first].map(\.id))
            #expect(try await move(first, false) == [video, spanish, english, last, first].map(\.id))
        }
    }

    @Test("each look asks anew: published or not, open, for the signed in, for the team", arguments: Backend.available)
    func opening(backend: Backend) async throws {
        try await MaterialStage.run(backend) { stage in
            func opened(_ material: Material, by viewer: Viewer?) async -> Refusal.Code? {
                await refused {
                    _ = try await stage.database.read {
                        try MaterialActions.open(material.id, of: material.session, of: Self.event, by: viewer, in: $0)
                    }
                }
            }
            let reader = ProgrammeStage.viewer(.reader)
            let elsewhere = ProgrammeStage.viewer(.organiser, in: ProgrammeStage.elsewhere)
            let open = try await stage.add()
            for viewer in [nil, stage.stranger, stage.speaker, reader, elsewhere] {
                #expect(await opened(open, by: viewer) == nil)
            }
            let signedIn = try await stage.add(visibility: .signedIn)
            #expect(await opened(signedIn, by: nil) == .signInNeeded)
            #expect(await opened(signedIn, by: stage.stranger) == nil)
            let team = try await stage.add(visibility: .team)
            for viewer in [nil, stage.stranger, elsewhere] { #expect(await opened(team, by: viewer) == .notFound) }
            for viewer in [stage.speaker, reader] { #expect(await opened(team, by: viewer) == nil) }
            let early = try await stage.add(to: stage.unpublished)
            for viewer in [nil, stage.stranger, elsewhere] { #expect(await opened(early, by: viewer) == .notFound) }
            for viewer in [stage.speaker, reader] { #expect(await opened(early, by: viewer) == nil) }
            // It was open a moment ago.
            _ = try await change(open, stage) { $0.visibility = .team }
            #expect(await opened(open, by: nil) == .notFound)
        }
    }

    @Test("a session holds so many and no more")
    func full() async throws {
        try await MaterialStage.run(.sqlite) { stage in
            for _ in 0..<Material.most { _ = try await stage.add(.link, nil, url: "https://example.org/") }
            #expect(await refused { _ = try await stage.add(.link, nil, url: "https://example.org/") } == .conflict)
        }
    }

    @Test("a session that is taken off the draft and brought back has its materials still")
    func undone() async throws {
        try await MaterialStage.run(.sqlite) { stage in
            let made = try await stage.add()
            let session = try await stage.database.write {
                try ProgrammeActions.removeSession(
                    stage.session, seen: nil, of: Self.event, by: ProgrammeStage.editor, in: $0)
            }
            #expect(await refused { _ = try await stage.add() } == .notFound)
            try await stage.database.write {
                try ProgrammeStore.insert(session, of: Self.event.id, isPlaced: true, version: 9, in: $0)
            }
            #expect(try await stage.all() == [made])
        }
    }
}
