use super::*;

const DEVICE: &str = "00c0ffee00c0ffee";
const NOW: Timestamp = Timestamp(1);

fn file(name: &str, size: u64, modified: i64) -> FileInfo {
    FileInfo {
        name: name.to_owned(),
        size,
        modified,
    }
}

fn connected() -> Folder {
    let mut folder = Folder::default();
    let tasks = folder.said(FolderSaid::Picked("E-råd".into()), DEVICE, NOW);
    assert_eq!(tasks, [FolderTask::List]);
    folder
}

fn listed(folder: &mut Folder, files: &[FileInfo]) -> Vec<FolderTask> {
    folder.said(FolderSaid::Listed(files.to_vec(), vec![]), DEVICE, NOW)
}

#[test]
fn a_file_is_read_once_it_rests_and_again_when_it_changes() {
    let mut folder = connected();
    let (half, whole) = (
        file("mognad-a.mognad.json", 10, 1),
        file("mognad-a.mognad.json", 90, 2),
    );
    assert_eq!(
        listed(&mut folder, std::slice::from_ref(&half)),
        [FolderTask::Wait(REST)]
    );
    assert_eq!(
        listed(&mut folder, std::slice::from_ref(&whole)),
        [FolderTask::Wait(REST)]
    );
    let read = [FolderTask::Read(whole.clone()), FolderTask::Wait(POLL)];
    assert_eq!(listed(&mut folder, std::slice::from_ref(&whole)), read);
    // Not to be had yet: it is asked for again, without having changed.
    folder.said(FolderSaid::Came(whole.clone(), None), DEVICE, NOW);
    assert_eq!(folder.lines[0].outcome, FolderOutcome::Unreachable);
    assert_eq!(listed(&mut folder, std::slice::from_ref(&whole)), read);
    let tasks = folder.said(
        FolderSaid::Came(whole.clone(), Some("{".into())),
        DEVICE,
        NOW,
    );
    assert_eq!(tasks, [FolderTask::TakeIn(whole.clone(), "{".into())]);
    assert_eq!(listed(&mut folder, &[whole]), [FolderTask::Wait(POLL)]);
    let changed = file("mognad-a.mognad.json", 90, 3);
    listed(&mut folder, std::slice::from_ref(&changed));
    assert_eq!(
        listed(&mut folder, std::slice::from_ref(&changed)),
        [FolderTask::Read(changed), FolderTask::Wait(POLL)]
    );
}

#[test]
fn placeholders_giants_temporary_foreign_and_own_files_are_never_read() {
    let mut folder = connected();
    let own = crate::exchange::own_name("mognad-a", DEVICE);
    let files = [
        file("mognad-tom.mognad.json", 0, 1),
        file("mognad-stor.mognad.json", LARGEST + 1, 1),
        file("~$mognad-a.mognad.json", 5, 1),
        file("protokoll.docx", 5, 1),
        file(&own, 5, 1),
    ];
    for _ in 0..3 {
        assert_eq!(listed(&mut folder, &files), [FolderTask::Wait(POLL)]);
    }
    assert_eq!(folder.lines.len(), 1);
    assert_eq!(folder.lines[0].outcome, FolderOutcome::TooLarge);
}

#[test]
fn what_was_handed_in_is_written_once_and_looked_after_but_not_brought_back() {
    let mut folder = connected();
    let name = crate::exchange::own_name("mognad-a", DEVICE);
    let kept = |sent| {
        vec![Kept {
            stem: "mognad-a".into(),
            sent,
        }]
    };
    let write = FolderTask::Write("mognad-a".into());
    let said = |folder: &mut Folder, files: &[FileInfo], sent| {
        folder.said(FolderSaid::Listed(files.to_vec(), kept(sent)), DEVICE, NOW)
    };
    assert!(said(&mut folder, &[], false).contains(&write));
    let there = file(&name, 7, 1);
    folder.said(
        FolderSaid::Written("mognad-a".into(), there.clone()),
        DEVICE,
        NOW,
    );
    assert_eq!(folder.lines[0].outcome, FolderOutcome::Written);
    assert!(!said(&mut folder, &[there], true).contains(&write));
    // Somebody took it away: it was theirs to take.
    assert!(!said(&mut folder, &[], true).contains(&write));
    // Another tab, or a profile that was copied, wrote something else under the name: seen to, but not for ever.
    let times = (0..20)
        .filter(|n| said(&mut folder, &[file(&name, 7, 100 + n)], true).contains(&write))
        .count();
    assert_eq!(times, 3);
}

#[test]
fn permission_is_asked_for_again_and_a_lost_folder_comes_back_by_itself() {
    let mut folder = Folder::default();
    let found = FolderSaid::Found {
        name: "E-råd".into(),
        allowed: false,
    };
    assert_eq!(folder.said(found, DEVICE, NOW), []);
    assert_eq!(folder.said(FolderSaid::Time, DEVICE, NOW), []);
    assert_eq!(folder.said(FolderSaid::Answered(false), DEVICE, NOW), []);
    let needs = FolderState::NeedsPermission {
        name: "E-råd".into(),
    };
    assert_eq!(folder.state, needs);
    assert_eq!(
        folder.said(FolderSaid::Answered(true), DEVICE, NOW),
        [FolderTask::List]
    );
    assert_eq!(
        folder.said(FolderSaid::Lost(FolderTrouble::Gone), DEVICE, NOW),
        [FolderTask::Wait(POLL)]
    );
    assert!(!folder.is_connected());
    assert_eq!(
        folder.said(FolderSaid::Time, DEVICE, NOW),
        [FolderTask::List]
    );
    listed(&mut folder, &[]);
    assert!(folder.is_connected());
    folder.said(FolderSaid::NotAllowed, DEVICE, NOW);
    assert_eq!(folder.state, needs);
    folder.said(FolderSaid::Disconnected, DEVICE, NOW);
    // A listing that was under way changes nothing.
    assert_eq!(listed(&mut folder, &[]), []);
    assert_eq!(folder.state, FolderState::None);
    folder.said(FolderSaid::NotPicked, DEVICE, NOW);
    assert!(folder.not_picked && folder.state == FolderState::None);
    folder.said(FolderSaid::Forbidden, DEVICE, NOW);
    assert_eq!(folder.state, FolderState::Forbidden);
}

#[test]
fn what_is_left_alone_is_told_as_it_stands_now_and_a_person_can_have_everything_read_again() {
    let mut folder = connected();
    let read = file("mognad-a.mognad.json", 9, 1);
    let files = [
        file("mognad-tom.mognad.json", 0, 1),
        file("mognad-b.mognad.json.tmp", 9, 1),
        file("protokoll.docx", 9, 1),
        file(&crate::exchange::own_name("mognad-c", DEVICE), 9, 1),
        read.clone(),
    ];
    listed(&mut folder, &files);
    let told: Vec<_> = folder
        .passed
        .iter()
        .map(|one| (one.name.as_str(), one.why))
        .collect();
    assert_eq!(
        told,
        [
            ("mognad-tom.mognad.json", Passed::Empty),
            ("mognad-b.mognad.json.tmp", Passed::Temporary),
            ("protokoll.docx", Passed::Foreign),
        ]
    );
    let task = FolderTask::Read(read.clone());
    assert!(listed(&mut folder, &files).contains(&task));
    folder.said(
        FolderSaid::Came(read.clone(), Some("{}".into())),
        DEVICE,
        NOW,
    );
    folder.took(read.clone(), Carried::NothingHandedIn, NOW);
    assert!(!listed(&mut folder, &files).contains(&task));
    let again = folder.said(FolderSaid::LookAgain, DEVICE, NOW);
    assert_eq!(again, [FolderTask::List]);
    assert!(listed(&mut folder, &files).contains(&task));
    // What is no longer there is not spoken of.
    listed(&mut folder, &[]);
    assert!(folder.passed.is_empty() && folder.lines.is_empty());
    assert_eq!(folder.looked, Some(NOW));
}

#[test]
fn what_could_not_be_written_is_said_until_it_could() {
    let mut folder = connected();
    let kept = vec![Kept {
        stem: "mognad-a".into(),
        sent: false,
    }];
    let write = FolderTask::Write("mognad-a".into());
    let said = FolderSaid::Listed(vec![], kept.clone());
    assert!(folder.said(said.clone(), DEVICE, NOW).contains(&write));
    folder.said(FolderSaid::NotWritten(FolderTrouble::Full), DEVICE, NOW);
    assert_eq!(folder.unwritten, Some(FolderTrouble::Full));
    // It is tried at every look, and the folder is read meanwhile.
    assert!(folder.is_connected() && folder.said(said, DEVICE, NOW).contains(&write));
    assert_eq!(folder.unwritten, Some(FolderTrouble::Full));
    let there = file(&crate::exchange::own_name("mognad-a", DEVICE), 7, 1);
    folder.said(FolderSaid::Written("mognad-a".into(), there), DEVICE, NOW);
    assert_eq!(folder.unwritten, None);
    assert!(folder.kept[0].sent);
}
