/** Refusals of the store: git, the lock, hand-edited files, files that cannot be read (store.md). */
import { entry, type None } from "./refusal-entry.ts";

export const storeRefusals = {
  "git-missing": entry<None>({
    exit: 2,
    zh: () => "找不到 git 程序",
    en: () => "The program git was not found",
    remedy: {
      zh: () => "请安装 git 2.36 或更新版本(https://git-scm.com),并确认在 PATH 中",
      en: () => "install git 2.36 or newer (https://git-scm.com) and see that it is on the PATH",
    },
  }),
  "git-too-old": entry<{ found: string; needed: string }>({
    exit: 2,
    zh: (p) => `git 版本为 ${p.found},需要 ${p.needed} 或更新:旧版本不能保证断电后不丢步骤`,
    en: (p) =>
      `git is ${p.found}; ${p.needed} or newer is needed: an older one may lose steps when power fails`,
    remedy: { zh: () => "请更新 git", en: () => "update git" },
  }),
  "git-failed": entry<{ command: string; message: string }>({
    exit: 2,
    zh: (p) => `git ${p.command} 未能完成:${p.message}`,
    en: (p) => `git ${p.command} did not succeed: ${p.message}`,
    remedy: {
      zh: () => "用 git fsck 检查记录库",
      en: () => "look at the repository with git fsck",
    },
  }),
  "repository-not-owned": entry<{ dir: string }>({
    exit: 2,
    zh: (p) => `git 不信任 ${p.dir}:它属于另一个系统用户`,
    en: (p) => `git does not trust ${p.dir}: it belongs to another user of this computer`,
    remedy: {
      zh: (p) => `确认可信后:git config --global --add safe.directory ${p.dir}`,
      en: (p) => `if you trust it: git config --global --add safe.directory ${p.dir}`,
    },
  }),
  "repository-config": entry<{ names: readonly string[] }>({
    exit: 2,
    zh: (p) => `记录库自身的 git 配置会运行别的程序或改动内容,因此不写入:${p.names.join("、")}`,
    en: (p) =>
      `The repository's own git configuration runs other programs or changes content, so nothing is written: ${p.names.join(", ")}`,
    remedy: {
      zh: (p) => `查看后删除,例如 git config --local --unset-all ${p.names[0] ?? ""}`,
      en: (p) => `look at it and remove it: git config --local --unset-all ${p.names[0] ?? ""}`,
    },
  }),
  "detached-head": entry<None>({
    exit: 2,
    zh: () => "记录库没有停在分支上(detached HEAD),步骤将无处可记",
    en: () => "The repository is not on a branch (detached HEAD): a step would belong to none",
    remedy: { zh: () => "先运行 git switch main", en: () => "run git switch main first" },
  }),
  "no-first-commit": entry<{ dir: string }>({
    exit: 2,
    zh: (p) => `${p.dir} 还没有任何提交,不是 casetrail 记录库`,
    en: (p) => `${p.dir} has no commit yet and is no casetrail record repository`,
    remedy: { zh: () => "用 casetrail init 新建", en: () => "make one with casetrail init" },
  }),
  locked: entry<{ owner: string; seconds: number }>({
    exit: 5,
    zh: (p) => `另一个 casetrail 正在写入(${p.owner}),等待 ${p.seconds} 秒后放弃`,
    en: (p) => `Another casetrail is writing (${p.owner}); gave up after ${p.seconds} seconds`,
    remedy: { zh: () => "稍后再试,或用 --wait 等得更久", en: () => "try again, or wait longer with --wait" },
  }),
  "locked-elsewhere": entry<{ owner: string; file: string }>({
    exit: 5,
    zh: (p) => `记录库被另一台电脑锁定(${p.owner})`,
    en: (p) => `The repository is locked from another computer (${p.owner})`,
    remedy: {
      zh: (p) => `确认那里没有 casetrail 在运行后,删除锁文件 ${p.file}`,
      en: (p) => `if no casetrail runs there any more, remove the lock file ${p.file}`,
    },
  }),
  "branch-moved": entry<{ branch: string }>({
    exit: 5,
    zh: (p) => `${p.branch} 分支在此期间被别的程序移动,未写入任何内容`,
    en: (p) => `Something else moved the branch ${p.branch} meanwhile; nothing was written`,
    remedy: { zh: () => "再运行一次", en: () => "run the command again" },
  }),
  "hand-edited": entry<{ paths: readonly string[] }>({
    exit: 5,
    zh: (p) => `文件被手工改动过,未写入:${p.paths.join("、")}`,
    en: (p) => `Edited by hand, so nothing was written: ${p.paths.join(", ")}`,
    remedy: {
      zh: (p) =>
        `查看 casetrail check;先另存改动,再恢复:git checkout -- ${p.paths[0] ?? ""};改正字段用 casetrail correct`,
      en: (p) =>
        `see casetrail check; keep your edit elsewhere, put it back with git checkout -- ${p.paths[0] ?? ""}, and enter it with casetrail correct`,
    },
  }),
  "worktree-behind": entry<{ commit: string; path: string }>({
    exit: 5,
    zh: (p) => `步骤已提交(${p.commit}),但文件 ${p.path} 被占用,暂时无法更新`,
    en: (p) =>
      `The step is in (${p.commit}), but the file ${p.path} is in use and could not be brought up to date`,
    remedy: {
      zh: () => "关闭打开它的程序;下一个 casetrail 命令会补上",
      en: () => "close the program that has it open; the next writing command will finish it",
    },
  }),
  "unsafe-path": entry<{ path: string }>({
    exit: 2,
    zh: (p) => `路径 ${p.path} 不能写入:它离开记录库、经过符号链接或在某些系统上不合法`,
    en: (p) =>
      `The path ${p.path} cannot be written: it leaves the repository, passes a symbolic link or is not legal everywhere`,
  }),
  "record-unreadable": entry<{ id: string; path: string }>({
    exit: 1,
    zh: (p) => `记录 ${p.id}(${p.path})无法读取`,
    en: (p) => `Record ${p.id} (${p.path}) cannot be read`,
    remedy: { zh: () => "用 casetrail check 查看原因", en: () => "see why with casetrail check" },
  }),
  "file-unreadable": entry<{ path: string }>({
    exit: 2,
    zh: (p) => `文件 ${p.path} 无法读取`,
    en: (p) => `The file ${p.path} cannot be read`,
    remedy: {
      zh: (p) => `恢复上一版本:git checkout HEAD~1 -- ${p.path}`,
      en: (p) => `bring the version before back: git checkout HEAD~1 -- ${p.path}`,
    },
  }),
  "folder-not-empty": entry<{ dir: string }>({
    exit: 2,
    zh: (p) => `目录 ${p.dir} 不是空的`,
    en: (p) => `The folder ${p.dir} is not empty`,
    remedy: { zh: () => "请指定一个新的目录", en: () => "name a new folder" },
  }),
} as const;
